package dev.understudy.media.probe;

import java.io.IOException;
import java.util.OptionalInt;

/**
 * One {@code trun} box: consecutive samples of a fragment (14496-12, 8.8.8).
 *
 * @param flags which fields each sample has
 * @param offset of the first sample's bytes from the base of the fragment, if given
 * @param table position of the first sample's fields
 */
record TrackRun(long flags, long samples, OptionalInt offset, long table) {

    private static final int HAS_OFFSET = 0x1;
    private static final int HAS_FIRST_FLAGS = 0x4;
    private static final int HAS_DURATION = 0x100;
    private static final int HAS_SIZE = 0x200;
    private static final int HAS_FLAGS = 0x400;
    private static final int HAS_COMPOSITION = 0x800;

    static TrackRun read(Window bytes, Box trun) throws BadClipException, IOException {
        long flags = bytes.u32(trun.withPayload(8).payload());
        boolean hasOffset = (flags & HAS_OFFSET) != 0;
        int fixed = 8 + (hasOffset ? 4 : 0) + ((flags & HAS_FIRST_FLAGS) != 0 ? 4 : 0);
        trun.withPayload(fixed);
        TrackRun run = new TrackRun(
                flags,
                bytes.u32(trun.payload() + 4),
                hasOffset ? OptionalInt.of(bytes.i32(trun.payload() + 8)) : OptionalInt.empty(),
                trun.payload() + fixed);
        if (run.entryBytes() > 0) {
            trun.entries(run.samples, fixed, run.entryBytes());
        }
        return run;
    }

    private int entryBytes() {
        return 4 * Long.bitCount(flags & (HAS_DURATION | HAS_SIZE | HAS_FLAGS | HAS_COMPOSITION));
    }

    /** The bytes of all samples together. */
    long size(Window bytes, long defaultSize) throws BadClipException, IOException {
        if ((flags & HAS_SIZE) == 0) {
            return Math.multiplyExact(samples, defaultSize);
        }
        long sum = 0;
        long first = table + ((flags & HAS_DURATION) != 0 ? 4 : 0);
        for (long i = 0; i < samples; i++) {
            sum += bytes.u32(first + i * entryBytes());
        }
        return sum;
    }

    void addTimes(Window bytes, long defaultTicks, FrameTimes times) throws BadClipException, IOException {
        if ((flags & HAS_DURATION) == 0) {
            times.add(samples, defaultTicks);
            return;
        }
        for (long i = 0; i < samples; i++) {
            times.add(1, bytes.u32(table + i * entryBytes()));
        }
    }
}
