package dev.understudy.media.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A camera's note on how it was held (Exif 2.32, tag 0112). Phones store upright pictures lying down; what counts for
 * an output's shape is how a picture is shown.
 */
final class Exif {

    private static final int ORIENTATION = 0x0112;
    // "Exif", two zeros; then a TIFF file of its own, with offsets from its own beginning.
    private static final int HEADER = 6;
    private static final int TIFF_HEADER = 8;
    private static final int ENTRY = 12;
    private static final int MOST_ENTRIES = 512;

    private Exif() {}

    /** Whether width and height change places. A note that makes no sense turns nothing. */
    static boolean isTurned(Input input, long payload, int length) throws BadImageException, IOException {
        if (length < HEADER + TIFF_HEADER || !input.tag(payload).equals("Exif")) {
            return false;
        }
        ByteBuffer tiff = input.bytes(payload + HEADER, length - HEADER);
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int orientation = orientation(tiff);
        return orientation >= 5 && orientation <= 8;
    }

    private static int orientation(ByteBuffer tiff) {
        long directory = tiff.getInt(4) & 0xffff_ffffL;
        if (directory > tiff.limit() - 2) {
            return 1;
        }
        int entries = Math.min(tiff.getShort((int) directory) & 0xffff, MOST_ENTRIES);
        for (int i = 0; i < entries; i++) {
            long at = directory + 2 + (long) i * ENTRY;
            if (at > tiff.limit() - ENTRY) {
                return 1;
            }
            if ((tiff.getShort((int) at) & 0xffff) == ORIENTATION) {
                return tiff.getShort((int) at + 8);
            }
        }
        return 1;
    }
}
