package dev.understudy.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A body that has come in. */
sealed interface Received {

    InMemory NOTHING = new InMemory(new byte[0]);

    long size();

    InputStream open() throws IOException;

    /** The whole of it in memory, and nowhere else. */
    InMemory whole() throws IOException;

    record InMemory(byte[] bytes) implements Received {
        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public InMemory whole() {
            return this;
        }
    }

    record OnDisk(Path file, long size) implements Received {
        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }

        @Override
        public InMemory whole() throws IOException {
            byte[] bytes = Files.readAllBytes(file);
            Files.deleteIfExists(file);
            return new InMemory(bytes);
        }
    }
}
