package dev.understudy.http;

import dev.understudy.sandbox.MediaFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** What comes after the head of an answer. */
sealed interface Body {

    long length();

    /** Whether reading waits for a disk. */
    boolean mayBlock();

    /**
     * Some of it.
     *
     * @param from counted from 0
     * @param most of bytes, at most what is left
     */
    ByteBuffer read(long from, int most) throws IOException;

    static Body of(byte[] bytes) {
        return new InMemory(bytes, 0, bytes.length);
    }

    static Body of(MediaFile file, long from, long length) {
        return file instanceof MediaFile.OnDisk onDisk
                ? new OnDisk(onDisk.path(), from, length)
                : new InMemory(((MediaFile.InMemory) file).bytes(), (int) from, length);
    }

    /** A part of an array. */
    record InMemory(byte[] bytes, int offset, long length) implements Body {
        @Override
        public boolean mayBlock() {
            return false;
        }

        @Override
        public ByteBuffer read(long from, int most) {
            return ByteBuffer.wrap(bytes, offset + (int) from, most);
        }
    }

    /** A part of a file. It is opened for each read, so that a caller who hangs up leaves nothing open. */
    record OnDisk(Path path, long offset, long length) implements Body {
        @Override
        public boolean mayBlock() {
            return true;
        }

        @Override
        public ByteBuffer read(long from, int most) throws IOException {
            ByteBuffer buffer = ByteBuffer.allocate(most);
            try (FileChannel channel = FileChannel.open(path)) {
                while (buffer.hasRemaining()) {
                    if (channel.read(buffer, offset + from + buffer.position()) < 0) {
                        throw new IOException("the file is shorter than it was");
                    }
                }
            }
            return buffer.flip();
        }
    }

    /**
     * Another body of the same length with the second half spoiled: each byte has its highest bit turned. What began as
     * JSON is never closed, and is not even text; a video begins like one.
     */
    record Spoiled(Body sound) implements Body {
        @Override
        public long length() {
            return sound.length();
        }

        @Override
        public boolean mayBlock() {
            return sound.mayBlock();
        }

        @Override
        public ByteBuffer read(long from, int most) throws IOException {
            ByteBuffer source = sound.read(from, most);
            ByteBuffer spoiled = ByteBuffer.allocate(source.remaining());
            for (long at = from; source.hasRemaining(); at++) {
                byte one = source.get();
                spoiled.put(at < length() / 2 ? one : (byte) (one ^ 0x80));
            }
            return spoiled.flip();
        }
    }
}
