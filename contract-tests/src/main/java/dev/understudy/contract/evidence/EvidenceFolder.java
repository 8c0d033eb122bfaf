package dev.understudy.contract.evidence;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;

/** Finds the recordings that the kit brings along, in a folder of classes or in a jar. */
public final class EvidenceFolder {
    private static final String BUNDLED = "/dev/understudy/fixtures/evidence/ledger.json";

    private static FileSystem jar;

    private EvidenceFolder() {}

    public static Path bundled() {
        URL ledger = EvidenceFolder.class.getResource(BUNDLED);
        if (ledger == null) {
            throw new EvidenceException("The kit lacks its recordings: " + BUNDLED);
        }
        try {
            Path file = ledger.openConnection() instanceof JarURLConnection inJar
                    ? open(Path.of(inJar.getJarFileURL().toURI())).getPath(BUNDLED)
                    : Path.of(ledger.toURI());
            return file.getParent();
        } catch (URISyntaxException | IOException e) {
            throw new EvidenceException("The recordings of the kit cannot be read: " + ledger, e);
        }
    }

    // Stays open as long as the process: it is the kit's own jar. Opened by its path and not by its URI, because there
    // is
    // one file system for a URI in a process, and JUnit opens that when it looks for cases.
    private static synchronized FileSystem open(Path file) throws IOException {
        if (jar == null) {
            jar = FileSystems.newFileSystem(file);
        }
        return jar;
    }
}
