package dev.understudy.media.probe;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The committed clips, read from the class path as every module reads them. */
final class Fixtures {

    static final String README = "README.md";

    private static final String FOLDER = "/dev/understudy/fixtures/clips/";

    private Fixtures() {}

    static byte[] bytes(String name) {
        try (InputStream in = Fixtures.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalArgumentException("no fixture of the name " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All files but the README, in the order of their names. */
    static List<String> names() {
        try {
            URI folder = Fixtures.class.getResource(FOLDER + README).toURI();
            if (!folder.getScheme().equals("jar")) {
                return list(Path.of(folder).getParent());
            }
            try (FileSystem jar = FileSystems.newFileSystem(folder, Map.of())) {
                return list(jar.getPath(FOLDER));
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals(README))
                    .sorted()
                    .toList();
        }
    }
}
