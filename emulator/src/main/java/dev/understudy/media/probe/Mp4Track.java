package dev.understudy.media.probe;

import java.io.IOException;

/**
 * One {@code trak} box.
 *
 * @param width in pixels as displayed, after the rotation in the track's matrix
 * @param timescale ticks per second of everything in this track
 * @param declaredTicks the duration in its media header, 0 if unknown
 */
record Mp4Track(
        long id,
        boolean enabled,
        String handler,
        int width,
        int height,
        long timescale,
        long declaredTicks,
        Box trak,
        Box sampleTable) {

    boolean isVideo() {
        return handler.equals("vide");
    }

    boolean isAudio() {
        return handler.equals("soun");
    }

    private record MediaHeader(long timescale, long ticks) {}

    static Mp4Track read(Boxes boxes, Box trak) throws BadClipException, IOException {
        Window bytes = boxes.bytes();
        Box header = boxes.require(trak, "tkhd").withPayload(4);
        boolean wide = isVersion1(bytes, header);
        header.withPayload(wide ? 96 : 84);
        long id = bytes.u32(header.payload() + (wide ? 20 : 12));
        boolean enabled = (bytes.u32(header.payload()) & 1) != 0;
        Box media = boxes.require(trak, "mdia");
        String handler =
                bytes.ascii(boxes.require(media, "hdlr").withPayload(12).payload() + 8, 4);
        Box table = boxes.require(boxes.require(media, "minf"), "stbl");
        MediaHeader times = mediaHeader(bytes, boxes.require(media, "mdhd"), id);
        int[] size = handler.equals("vide") ? displaySize(boxes, header, wide, table) : new int[2];
        return new Mp4Track(id, enabled, handler, size[0], size[1], times.timescale(), times.ticks(), trak, table);
    }

    private static MediaHeader mediaHeader(Window bytes, Box mdhd, long track) throws BadClipException, IOException {
        boolean wide = isVersion1(bytes, mdhd.withPayload(4));
        long at = mdhd.withPayload(wide ? 32 : 20).payload() + (wide ? 20 : 12);
        long timescale = bytes.u32(at);
        if (timescale == 0) {
            throw BadClipException.malformed("track %d has a timescale of 0", track);
        }
        return new MediaHeader(timescale, wide ? bytes.i64(at + 4) : knownTicks(bytes.u32(at + 4)));
    }

    static boolean isVersion1(Window bytes, Box fullBox) throws BadClipException, IOException {
        return bytes.u8(fullBox.payload()) == 1;
    }

    /** All ones mean "unknown" (14496-12, 8.4.2). */
    private static long knownTicks(long ticks) {
        return ticks == 0xffff_ffffL ? 0 : ticks;
    }

    /** The track header holds the size after pixel aspect but before rotation; 0 there means "as coded". */
    private static int[] displaySize(Boxes boxes, Box header, boolean wide, Box table)
            throws BadClipException, IOException {
        Window bytes = boxes.bytes();
        long matrix = header.payload() + (wide ? 52 : 40);
        int width = rounded(bytes.u32(matrix + 36));
        int height = rounded(bytes.u32(matrix + 40));
        if (width == 0 || height == 0) {
            long entry = VideoCodecs.sampleEntry(boxes, table).payload();
            width = bytes.u16(entry + 24);
            height = bytes.u16(entry + 26);
        }
        if (width == 0 || height == 0) {
            throw BadClipException.malformed("the video track says its pictures are %d x %d pixels", width, height);
        }
        boolean quarterTurn = bytes.i32(matrix) == 0 && bytes.i32(matrix + 16) == 0 && bytes.i32(matrix + 4) != 0;
        return quarterTurn ? new int[] {height, width} : new int[] {width, height};
    }

    /** From 16.16 fixed point. */
    private static int rounded(long fixedPoint) {
        return (int) (fixedPoint + 0x8000 >> 16);
    }
}
