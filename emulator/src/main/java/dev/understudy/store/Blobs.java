package dev.understudy.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/** Files that callers uploaded. Bounded in bytes over the whole server: the oldest go first. */
public final class Blobs {

    private final Scratch scratch;
    private final long mostBytes;
    private final Set<Blob> kept = new LinkedHashSet<>();
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

    /** Deletes a blob that nobody needs any more; one that had to go already is passed over. */
    public void drop(Blob blob) {
        synchronized (this) {
            bytes -= kept.remove(blob) ? blob.size() : 0;
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
        kept.add(blob);
        bytes += blob.size();
        Iterator<Blob> oldestFirst = kept.iterator();
        while (bytes > mostBytes && kept.size() > 1) {
            Blob oldest = oldestFirst.next();
            oldestFirst.remove();
            bytes -= oldest.size();
            Files.deleteIfExists(oldest.file());
        }
        return blob;
    }
}
