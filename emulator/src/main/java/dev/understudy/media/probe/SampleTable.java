package dev.understudy.media.probe;

import java.io.IOException;
import java.util.Optional;

/** The {@code stbl} box: when each frame is shown and where its bytes are (14496-12, 8.6 and 8.7). */
final class SampleTable {

    private SampleTable() {}

    static FrameTimes times(Boxes boxes, Box table) throws BadClipException, IOException {
        Box stts = boxes.require(table, "stts").withPayload(8);
        long entries = stts.entries(boxes.bytes().u32(stts.payload() + 4), 8, 8);
        FrameTimes times = new FrameTimes();
        for (long i = 0; i < entries; i++) {
            long at = stts.payload() + 8 + i * 8;
            times.add(boxes.bytes().u32(at), boxes.bytes().u32(at + 4));
        }
        return times;
    }

    /**
     * Makes sure that all frames lie inside the file: the header of a file cut in half may be whole.
     * Nothing is checked for a track whose frames are all in fragments.
     */
    static void checkData(Boxes boxes, Box table) throws BadClipException, IOException {
        Optional<Box> narrow = boxes.find(table, "stco");
        Box offsets = narrow.isPresent() ? narrow.get() : boxes.require(table, "co64");
        Chunks chunks = new Chunks(boxes, offsets, boxes.require(table, "stsc"));
        if (chunks.count() == 0) {
            return;
        }
        Sizes sizes = Sizes.of(boxes, table);
        long length = boxes.bytes().length();
        for (long chunk = 1; chunk <= chunks.count() && sizes.left() > 0; chunk++) {
            long end = Math.addExact(chunks.offset(chunk), sizes.take(chunks.samples(chunk)));
            if (end > length) {
                throw BadClipException.truncated(
                        "the file looks cut off: it has %,d bytes and its frames run to byte %,d at least",
                        length, end);
            }
        }
    }
}
