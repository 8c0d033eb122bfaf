package dev.understudy.media.probe;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Movie fragments ({@code moof}, 14496-12, 8.8): the frames of a file whose {@code moov} box holds none or only the first of them. */
final class Fragments {

    private static final int HAS_BASE = 0x1;
    private static final int HAS_DESCRIPTION = 0x2;
    private static final int HAS_DURATION = 0x8;
    private static final int HAS_SIZE = 0x10;
    private static final int BASE_IS_MOOF = 0x20000;

    /** What holds for the samples of a track unless a run says otherwise. */
    private record Defaults(long ticks, long size) {
        static final Defaults NONE = new Defaults(0, 0);
    }

    private final Boxes boxes;
    private final Window bytes;
    private final long videoId;
    private final FrameTimes times;
    private final Map<Long, Defaults> tracks = new HashMap<>();

    private Fragments(Boxes boxes, long videoId, FrameTimes times) {
        this.boxes = boxes;
        this.bytes = boxes.bytes();
        this.videoId = videoId;
        this.times = times;
    }

    static Fragments of(Boxes boxes, Box mvex, long videoId, FrameTimes times) throws BadClipException, IOException {
        Fragments fragments = new Fragments(boxes, videoId, times);
        Optional<Box> next = boxes.child(mvex, mvex.payload());
        while (next.isPresent()) {
            if (next.get().type().equals("trex")) {
                fragments.addTrack(next.get().withPayload(24).payload());
            }
            next = boxes.child(mvex, next.get().end());
        }
        return fragments;
    }

    private void addTrack(long at) throws BadClipException, IOException {
        if (tracks.size() == Mp4Probe.MAX_TRACKS) {
            throw BadClipException.malformed("the file has more than %d tracks", Mp4Probe.MAX_TRACKS);
        }
        tracks.put(bytes.u32(at + 4), new Defaults(bytes.u32(at + 12), bytes.u32(at + 16)));
    }

    /** Adds the frames of one fragment to the account. */
    void read(Box moof) throws BadClipException, IOException {
        long dataEnd = moof.start();
        Optional<Box> next = boxes.child(moof, moof.payload());
        while (next.isPresent()) {
            Box box = next.get();
            if (box.type().equals("traf")) {
                dataEnd = readTrack(box, moof.start(), dataEnd);
            }
            next = boxes.child(moof, box.end());
        }
    }

    private long readTrack(Box traf, long moofStart, long previousEnd) throws BadClipException, IOException {
        Box header = boxes.require(traf, "tfhd").withPayload(8);
        long flags = bytes.u32(header.payload());
        long id = bytes.u32(header.payload() + 4);
        long at = header.payload() + 8;
        header.withPayload(8 + optionalBytes(flags));
        Defaults defaults = tracks.getOrDefault(id, Defaults.NONE);
        long base = (flags & BASE_IS_MOOF) != 0 ? moofStart : previousEnd;
        if ((flags & HAS_BASE) != 0) {
            base = bytes.i64(at);
            at += 8;
        }
        at += (flags & HAS_DESCRIPTION) != 0 ? 4 : 0;
        if ((flags & HAS_DURATION) != 0) {
            defaults = new Defaults(bytes.u32(at), defaults.size());
            at += 4;
        }
        if ((flags & HAS_SIZE) != 0) {
            defaults = new Defaults(defaults.ticks(), bytes.u32(at));
        }
        return readRuns(traf, id, base, defaults);
    }

    private static int optionalBytes(long flags) {
        return ((flags & HAS_BASE) != 0 ? 8 : 0)
                + ((flags & HAS_DESCRIPTION) != 0 ? 4 : 0)
                + ((flags & HAS_DURATION) != 0 ? 4 : 0)
                + ((flags & HAS_SIZE) != 0 ? 4 : 0);
    }

    private long readRuns(Box traf, long id, long base, Defaults defaults) throws BadClipException, IOException {
        long end = base;
        Optional<Box> next = boxes.child(traf, traf.payload());
        while (next.isPresent()) {
            Box box = next.get();
            if (box.type().equals("trun")) {
                TrackRun run = TrackRun.read(bytes, box);
                end = Math.addExact(
                        run.offset().isPresent()
                                ? Math.addExact(base, run.offset().getAsInt())
                                : end,
                        run.size(bytes, defaults.size()));
                checkInside(end);
                if (id == videoId) {
                    run.addTimes(bytes, defaults.ticks(), times);
                }
            }
            next = boxes.child(traf, box.end());
        }
        return end;
    }

    private void checkInside(long end) throws BadClipException {
        if (end > bytes.length()) {
            throw BadClipException.truncated(
                    "the file looks cut off: it has %,d bytes and a fragment's frames run to byte %,d",
                    bytes.length(), end);
        }
    }
}
