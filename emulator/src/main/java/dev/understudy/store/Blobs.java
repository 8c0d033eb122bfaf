package dev.understudy.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;

/** Files that callers uploaded. Bounded in bytes over the whole server: the oldest go first. */
public final class Blobs {

    private final Scratch scratch;
    private final long mostBytes;
    private final Deque<Blob> kept = new ArrayDeque<>();
    private long bytes;

    /** @param mostBytes what all blobs together may take up, but for the newest one, which is always kept */
    public Blobs(Scratch scratch, long mostBytes) {
        this.scratch = scratch;
        this.mostBytes = mostBytes;
    }

    /** Keeps all that {@code content} yields. */
    public Blob keep(InputStream content) throws IOException {
        Path file = scratch.newFile();
        try {
            long size = Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
            return add(new Blob(file, size));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private synchronized Blob add(Blob blob) throws IOException {
        kept.addLast(blob);
        bytes += blob.size();
        while (bytes > mostBytes && kept.size() > 1) {
            Blob oldest = kept.removeFirst();
            bytes -= oldest.size();
            Files.deleteIfExists(oldest.file());
        }
        return blob;
    }
}
