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
import java.util.function.Function;

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

    // When the first of them is over, or earlier.
    private Instant soonest = Instant.MAX;

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
            copy.soonest = soonest;
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
        return open(fileName, contentType, id -> UploadTerms.USUAL);
    }

    /** The same, on terms of its own, which may depend on its id: 32 lower-case hexadecimal digits. */
    public Upload open(String fileName, String contentType, Function<String, UploadTerms> terms) {
        // Callers may be on a thread that must not wait for many deletions; two for one is enough to catch up.
        forget(MOST - 1, 2);
        synchronized (this) {
            String id = draw.child(opened++).hex32();
            Upload upload = new Upload(
                    new MediaAddress(sandbox, MediaAddress.Kind.UPLOADS, id, safe(fileName)),
                    contentType,
                    clock.instant(),
                    Optional.empty(),
                    terms.apply(id));
            keep(upload);
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
        Upload filled = place.with(
                clock.instant(), blobs.keep(new Bounded(content, place.terms().largest())));
        Upload replaced;
        synchronized (this) {
            // Out and in again: they stand in the order of their age.
            replaced = uploads.remove(address.owner());
            keep(filled);
        }
        Optional.ofNullable(replaced).flatMap(Upload::blob).ifPresent(blobs::drop);
        return filled;
    }

    /**
     * To be called before a file is put into its place.
     *
     * @throws Refused if the call does not carry what the place wants
     */
    public void requireHeaders(MediaAddress address, Function<String, Optional<String>> headers) {
        Map<String, String> wanted =
                find(address).map(place -> place.terms().headers()).orElse(Map.of());
        wanted.forEach((name, value) -> {
            if (!headers.apply(name).filter(value::equals).isPresent()) {
                throw new Refused(Refused.Reason.FORBIDDEN, "the header " + name + " must be as the ticket has it");
            }
        });
    }

    /** Deletes a file, or the place for one; tells whether there was such a one. */
    public boolean delete(String id) {
        forget(MOST, ALL);
        Upload deleted;
        synchronized (this) {
            deleted = uploads.remove(id);
        }
        Optional.ofNullable(deleted).flatMap(Upload::blob).ifPresent(blobs::drop);
        return deleted != null;
    }

    private synchronized void keep(Upload upload) {
        uploads.put(upload.address().owner(), upload);
        soonest = upload.over().isBefore(soonest) ? upload.over() : soonest;
    }

    /** The file or place at an address. Throws away what is too old, so call it from a thread that may block. */
    public Optional<Upload> find(MediaAddress address) {
        forget(MOST, ALL);
        synchronized (this) {
            return Optional.ofNullable(uploads.get(address.owner()))
                    .filter(upload -> upload.address().equals(address));
        }
    }

    /** Until when each file or place is kept, by its id, oldest first. */
    synchronized Map<String, Instant> ends() {
        Map<String, Instant> ends = new LinkedHashMap<>();
        uploads.forEach((id, upload) -> ends.put(id, upload.over()));
        return ends;
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
            Instant next = Instant.MAX;
            while (oldestFirst.hasNext()
                    && gone.size() < mostGone
                    && (uploads.size() > mostLeft || !now.isBefore(soonest))) {
                Upload oldest = oldestFirst.next();
                if (uploads.size() > mostLeft || !now.isBefore(oldest.over())) {
                    oldestFirst.remove();
                    gone.add(oldest);
                } else {
                    next = oldest.over().isBefore(next) ? oldest.over() : next;
                }
            }
            // Only if all were looked at.
            soonest = oldestFirst.hasNext() ? soonest : next;
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
    public record Upload(MediaAddress address, String contentType, Instant at, Optional<Blob> blob, UploadTerms terms) {

        private Upload movedTo(String sandbox) {
            MediaAddress moved = new MediaAddress(sandbox, address.kind(), address.owner(), address.fileName());
            return new Upload(moved, contentType, at, blob, terms);
        }

        private Upload with(Instant filledAt, Blob file) {
            return new Upload(address, contentType, filledAt, Optional.of(file), terms);
        }

        /** When it is gone. */
        Instant over() {
            return (blob.isPresent() ? terms.keptUntil() : terms.filledBy()).orElseGet(() -> at.plus(Retention.KEPT));
        }
    }
}
