package dev.understudy.contract.evidence;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Map;

/** Finds the recordings that the kit brings along, in a folder of classes or in a jar. */
public final class EvidenceFolder {
    private static final String BUNDLED = "/dev/understudy/fixtures/evidence/ledger.json";

    private EvidenceFolder() {}

    public static Path bundled() {
        URL ledger = EvidenceFolder.class.getResource(BUNDLED);
        if (ledger == null) {
            throw new EvidenceException("The kit lacks its recordings: " + BUNDLED);
        }
        try {
            URI uri = ledger.toURI();
            if (uri.getScheme().equals("jar")) {
                open(uri);
            }
            return Path.of(uri).getParent();
        } catch (URISyntaxException | IOException e) {
            throw new EvidenceException("The recordings of the kit cannot be read: " + ledger, e);
        }
    }

    // Stays open as long as the process: it is the kit's own jar.
    private static void open(URI jar) throws IOException {
        try {
            FileSystems.newFileSystem(jar, Map.of());
        } catch (FileSystemAlreadyExistsException e) {
            // Opened before, by this class or by another.
        }
    }
}
