package dev.understudy.store;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A kept file.
 *
 * @param size in bytes
 */
public record Blob(Path file, long size) {

    /** Whether it is still there; the oldest blobs make room for new ones. */
    public boolean exists() {
        return Files.exists(file);
    }
}
