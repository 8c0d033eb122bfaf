package dev.understudy.sandbox;

import dev.understudy.store.Blob;
import dev.understudy.store.Blobs;
import dev.understudy.time.Draw;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The files that one sandbox's callers uploaded, and the places they announced but have not filled. */
public final class Uploads {

    // A ticket costs some 300 bytes; the oldest go first.
    private static final int MOST = 10_000;
    private static final int LONGEST_NAME = 128;

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

    /** Makes a place for a file that is to follow. */
    public synchronized Upload open(String fileName, String contentType) {
        String id = draw.child(opened++).hex32();
        Upload upload = new Upload(
                new MediaAddress(sandbox, MediaAddress.Kind.UPLOADS, id, safe(fileName)),
                contentType,
                clock.instant(),
                Optional.empty());
        if (uploads.size() == MOST) {
            uploads.remove(uploads.keySet().iterator().next());
        }
        uploads.put(id, upload);
        return upload;
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
        synchronized (this) {
            uploads.put(address.owner(), filled);
        }
        return filled;
    }

    public synchronized Optional<Upload> find(MediaAddress address) {
        return Optional.ofNullable(uploads.get(address.owner()))
                .filter(upload -> upload.address().equals(address));
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
    public record Upload(MediaAddress address, String contentType, Instant at, Optional<Blob> blob) {}
}
