package dev.understudy.media.probe;

import java.io.IOException;

/** The chunks of a track, asked for in order: where each begins ({@code stco}, {@code co64}) and how many samples it holds ({@code stsc}). */
final class Chunks {

    private static final int RUN = 12;

    private final Window offsetBytes;
    private final Window runBytes;
    private final Box offsets;
    private final Box runs;
    private final int offsetSize;
    private final long count;
    private final long runCount;
    private long run = -1;

    Chunks(Boxes boxes, Box offsets, Box runs) throws BadClipException, IOException {
        this.offsetBytes = boxes.newWindow();
        this.runBytes = boxes.newWindow();
        this.offsets = offsets.withPayload(8);
        this.runs = runs.withPayload(8);
        this.offsetSize = offsets.type().equals("co64") ? 8 : 4;
        this.count = offsets.entries(offsetBytes.u32(offsets.payload() + 4), 8, offsetSize);
        this.runCount = runs.entries(runBytes.u32(runs.payload() + 4), 8, RUN);
    }

    long count() {
        return count;
    }

    /** @param chunk counted from 1, as in the file */
    long offset(long chunk) throws BadClipException, IOException {
        long at = offsets.payload() + 8 + (chunk - 1) * offsetSize;
        long offset = offsetSize == 8 ? offsetBytes.i64(at) : offsetBytes.u32(at);
        if (offset < 0) {
            throw BadClipException.malformed("chunk %,d begins at byte %s", chunk, Long.toUnsignedString(offset));
        }
        return offset;
    }

    /** @param chunk counted from 1, never smaller than in the call before */
    long samples(long chunk) throws BadClipException, IOException {
        while (run + 1 < runCount && firstChunk(run + 1) <= chunk) {
            run++;
        }
        if (run < 0) {
            throw BadClipException.malformed("box 'stsc' does not say how many samples chunk %,d has", chunk);
        }
        return runBytes.u32(entry(run) + 4);
    }

    private long firstChunk(long index) throws BadClipException, IOException {
        return runBytes.u32(entry(index));
    }

    private long entry(long index) {
        return runs.payload() + 8 + index * RUN;
    }
}
