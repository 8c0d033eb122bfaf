package dev.understudy.media.image;

import java.io.IOException;

/** PNG, as the W3C's specification (third edition) lays it out: a signature, then chunks up to {@code IEND}. */
final class Png {

    private static final int SIGNATURE = 8;
    // Length, type and check sum of a chunk, around its data.
    private static final int AROUND = 12;
    // Encoders write pictures in pieces of 8 KiB and more: half a gigabyte of them.
    private static final int MOST_CHUNKS = 65_536;

    private Png() {}

    static Image read(Input input) throws BadImageException, IOException {
        if (input.u32(SIGNATURE) != 13 || !input.tag(SIGNATURE + 4).equals("IHDR")) {
            throw new BadImageException("the PNG does not begin with an IHDR chunk of 13 bytes");
        }
        long width = input.u32(SIGNATURE + 8);
        long height = input.u32(SIGNATURE + 12);
        if (width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
            throw new BadImageException("the PNG claims a size of %d×%d", width, height);
        }
        requireEnd(input);
        return new Image(Image.Format.PNG, (int) width, (int) height);
    }

    private static void requireEnd(Input input) throws BadImageException, IOException {
        long at = SIGNATURE;
        boolean picture = false;
        for (int chunks = 0; chunks < MOST_CHUNKS; chunks++) {
            long length = input.u32(at);
            String type = input.tag(at + 4);
            if (length + AROUND > input.length() - at) {
                throw new BadImageException(
                        "chunk '%s' claims %,d bytes in a file of %,d: the file looks cut off",
                        type, length, input.length());
            }
            if (type.equals("IEND")) {
                if (!picture) {
                    throw new BadImageException("the PNG holds no picture (no IDAT chunk)");
                }
                return;
            }
            picture |= type.equals("IDAT");
            at += length + AROUND;
        }
        throw new BadImageException("the PNG has more than %,d chunks", MOST_CHUNKS);
    }
}
