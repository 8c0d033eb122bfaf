package dev.understudy.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Files that callers uploaded. Bounded in bytes over the whole server: the oldest go first. */
public final class Blobs {

    private final Scratch scratch;
    private final long mostBytes;
    private final Map<Blob, Integer> holders = new LinkedHashMap<>();
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

    /** Counts one more who needs a blob; one that had to go already is passed over. */
    public synchronized void retain(Blob blob) {
        holders.computeIfPresent(blob, (kept, number) -> number + 1);
    }

    /** Deletes a blob if the caller was the last who needed it; one that had to go already is passed over. */
    public void drop(Blob blob) {
        synchronized (this) {
            int left = holders.getOrDefault(blob, 0) - 1;
            if (left != 0) {
                holders.computeIfPresent(blob, (kept, number) -> left);
                return;
            }
            holders.remove(blob);
            bytes -= blob.size();
        }
        try {
            Files.deleteIfExists(blob.file());
        } catch (IOException e) {
            System.getLogger(Blobs.class.getName())
                    .log(System.Logger.Level.WARNING, "left behind: " + blob.file() + " (" + e.getMessage() + ")");
        }
    }

    /** What all blobs take up together, in bytes. */
    public synchronized long bytes() {
        return bytes;
    }

    private synchronized Blob add(Blob blob) throws IOException {
        holders.put(blob, 1);
        bytes += blob.size();
        Iterator<Blob> oldestFirst = holders.keySet().iterator();
        while (bytes > mostBytes && holders.size() > 1) {
            Blob oldest = oldestFirst.next();
            oldestFirst.remove();
            bytes -= oldest.size();
            Files.deleteIfExists(oldest.file());
        }
        return blob;
    }
}
