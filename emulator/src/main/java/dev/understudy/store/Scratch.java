package dev.understudy.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A directory for files that live no longer than the server. Made on first use, deleted with all in it on close. */
public final class Scratch implements AutoCloseable {

    private Path directory;

    /**
     * A new, empty file.
     *
     * @throws UncheckedIOException if none can be made
     */
    public Path newFile() {
        try {
            return Files.createTempFile(directory(), null, null);
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary file can be made", e);
        }
    }

    @Override
    public synchronized void close() {
        if (directory == null || !Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(directory);
        } catch (IOException e) {
            System.getLogger(Scratch.class.getName())
                    .log(System.Logger.Level.WARNING, "left behind: " + directory + " (" + e.getMessage() + ")");
        }
    }

    /**
     * The directory that new files go to. Where none can be made it is one that is not there: what needs no file works
     * all the same, on a system that is read-only throughout.
     */
    public synchronized Path directory() {
        if (directory == null) {
            directory = made();
        }
        return directory;
    }

    private static Path made() {
        try {
            return Files.createTempDirectory("understudy-");
        } catch (IOException e) {
            return Path.of(System.getProperty("java.io.tmpdir"), "understudy-has-no-place");
        }
    }
}
