package dev.understudy.sandbox;

import java.nio.file.Path;
import java.time.Instant;

/** A file that can be fetched from this server. */
public sealed interface MediaFile {

    String contentType();

    long size();

    /** When it came to be, on the sandbox's clock. */
    Instant modified();

    /** Names the content; two files with the same tag are the same to the byte. */
    String tag();

    record OnDisk(String contentType, long size, Instant modified, String tag, Path path) implements MediaFile {}

    record InMemory(String contentType, Instant modified, String tag, byte[] bytes) implements MediaFile {
        @Override
        public long size() {
            return bytes.length;
        }
    }
}
