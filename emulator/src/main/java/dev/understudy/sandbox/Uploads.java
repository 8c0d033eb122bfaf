package dev.understudy.sandbox;

import dev.understudy.store.Blob;
import dev.understudy.store.Blobs;
import dev.understudy.time.Draw;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files that one sandbox's callers uploaded, and the places they announced but have not filled. */
public final class Uploads {

    // A ticket costs some 300 bytes; the oldest go first.
    private static final int MOST = 10_000;
    private static final int LONGEST_NAME = 128;
    private static final int ALL = Integer.MAX_VALUE;

    private final String sandbox;
    private final Draw draw;
    private final Blobs blobs;
    private final InstantSource clock;
    private final Map<String, Upload> uploads = new LinkedHashMap<>();
    private long opened;

    Uploads(String sandbox, Draw draw, Blobs blobs, InstantSource clock) {
        this.sandbox = sandbox;
        this.draw = draw;
        this.blobs = blobs;
        this.clock = clock;
    }

    /**
     * The same files and places, for another world. Files are shared and stay until nobody needs them.
     *
     * @param newSandbox the reference in their addresses
     */
    Uploads copy(String newSandbox, InstantSource newClock) {
        Uploads copy = new Uploads(newSandbox, draw, blobs, newClock);
        synchronized (this) {
            copy.opened = opened;
            uploads.forEach((id, upload) -> {
                upload.blob().ifPresent(blobs::retain);
                copy.uploads.put(id, upload.movedTo(newSandbox));
            });
        }
        return copy;
    }

    /** Lets go of all files. */
    synchronized void clear() {
        uploads.values().forEach(upload -> upload.blob().ifPresent(blobs::drop));
        uploads.clear();
    }

    /** Makes a place for a file that is to follow. */
    public Upload open(String fileName, String contentType) {
        // Callers may be on a thread that must not wait for many deletions; two for one is enough to catch up.
        forget(MOST - 1, 2);
        synchronized (this) {
            String id = draw.child(opened++).hex32();
            Upload upload = new Upload(
                    new MediaAddress(sandbox, MediaAddress.Kind.UPLOADS, id, safe(fileName)),
                    contentType,
                    clock.instant(),
                    Optional.empty());
            uploads.put(id, upload);
            return upload;
        }
    }

    /**
     * Puts a file into its place.
     *
     * @param replace whether a file that is there already may be replaced
     * @throws Refused if there is no such place, or it is taken
     */
    public Upload fill(MediaAddress address, boolean replace, InputStream content) throws IOException {
        Upload place = find(address).orElseThrow(() -> new Refused(Refused.Reason.NO_SUCH_ROUTE, "no such upload"));
        if (!replace && place.blob().isPresent()) {
            throw new Refused(Refused.Reason.EXISTS_ALREADY, "this upload has its file already");
        }
        Upload filled =
                new Upload(place.address(), place.contentType(), clock.instant(), Optional.of(blobs.keep(content)));
        Upload replaced;
        synchronized (this) {
            // Out and in again: they stand in the order of their age.
            replaced = uploads.remove(address.owner());
            uploads.put(address.owner(), filled);
        }
        Optional.ofNullable(replaced).flatMap(Upload::blob).ifPresent(blobs::drop);
        return filled;
    }

    /** The file or place at an address. Throws away what is too old, so call it from a thread that may block. */
    public Optional<Upload> find(MediaAddress address) {
        forget(MOST, ALL);
        synchronized (this) {
            return Optional.ofNullable(uploads.get(address.owner()))
                    .filter(upload -> upload.address().equals(address));
        }
    }

    /** Since when each file or place is kept, by its id, oldest first. */
    synchronized Map<String, Instant> ages() {
        Map<String, Instant> ages = new LinkedHashMap<>();
        uploads.forEach((id, upload) -> ages.put(id, upload.at()));
        return ages;
    }

    /** How many files and places are kept. */
    synchronized int size() {
        return uploads.size();
    }

    // Throws away the oldest: those whose time is over, and those that are too many.
    private void forget(int mostLeft, int mostGone) {
        List<Upload> gone = new ArrayList<>();
        Instant now = clock.instant();
        synchronized (this) {
            Iterator<Upload> oldestFirst = uploads.values().iterator();
            while (oldestFirst.hasNext() && gone.size() < mostGone) {
                Upload oldest = oldestFirst.next();
                if (uploads.size() <= mostLeft && !Retention.isOver(oldest.at(), now)) {
                    break;
                }
                oldestFirst.remove();
                gone.add(oldest);
            }
        }
        gone.forEach(upload -> upload.blob().ifPresent(blobs::drop));
    }

    // What is left of any name is safe in a URL, a header and a file system.
    private static String safe(String fileName) {
        String safe = fileName.replaceAll("[^A-Za-z0-9._-]", "_");
        return safe.isEmpty() ? "file" : safe.substring(Math.max(0, safe.length() - LONGEST_NAME));
    }

    /**
     * A file, or the place for one.
     *
     * @param contentType as the caller named it, or as its file name suggests
     * @param at when it was announced, or filled
     * @param blob the file, once it is there
     */
    public record Upload(MediaAddress address, String contentType, Instant at, Optional<Blob> blob) {
        private Upload movedTo(String sandbox) {
            MediaAddress moved = new MediaAddress(sandbox, address.kind(), address.owner(), address.fileName());
            return new Upload(moved, contentType, at, blob);
        }
    }
}
