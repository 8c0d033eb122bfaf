package dev.understudy.media.still;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** WebP files in the lossless format VP8L, by RFC 9649, with a colour table as their one transform. */
public final class LosslessWebp {
    private static final int CHUNK_HEADER = 8;
    private static final int SIGNATURE = 0x2f;
    private static final int COLOUR_TABLE = 3;
    private static final int OPAQUE = 0xff00_0000;

    private LosslessWebp() {}

    /** The file. Decoded it is the picture, to the pixel. */
    public static byte[] encode(IndexedPicture picture) {
        byte[] stream = stream(picture);
        int padded = stream.length + stream.length % 2;
        return ByteBuffer.allocate(CHUNK_HEADER + 4 + CHUNK_HEADER + padded)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(tag("RIFF"))
                .putInt(4 + CHUNK_HEADER + padded)
                .put(tag("WEBP"))
                .put(tag("VP8L"))
                .putInt(stream.length)
                .put(stream)
                .array();
    }

    private static byte[] tag(String name) {
        return name.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] stream(IndexedPicture picture) {
        LowBits out = new LowBits();
        out.bits(SIGNATURE, 8).bits(picture.width() - 1, 14).bits(picture.height() - 1, 14);
        out.bits(0, 1).bits(0, 3); // nothing transparent, version 0
        out.bits(1, 1).bits(COLOUR_TABLE, 2).bits(picture.colours().length - 1, 8);
        out.bits(0, 1); // no colour cache
        new EntropyCodedImage(differences(picture.colours()), picture.colours().length).write(out);
        out.bits(0, 1); // no more transforms
        int perPixel = indicesInAPixel(picture.colours().length);
        int width = (picture.width() + perPixel - 1) / perPixel;
        out.bits(0, 1).bits(0, 1); // no colour cache, one set of codes for the whole picture
        new EntropyCodedImage(bundled(picture, width, perPixel), width).write(out);
        return out.finish();
    }

    /** Each colour less the one before, channel by channel: section 3.5.4. */
    private static int[] differences(int[] colours) {
        int[] differences = new int[colours.length];
        int before = 0;
        for (int i = 0; i < colours.length; i++) {
            int colour = colours[i] | OPAQUE;
            for (int shift = 0; shift < 32; shift += 8) {
                differences[i] |= ((colour >>> shift) - (before >>> shift) & 0xff) << shift;
            }
            before = colour;
        }
        return differences;
    }

    /** How many indices go into the green of one pixel: the fewer the colours the more. */
    private static int indicesInAPixel(int colours) {
        if (colours <= 2) {
            return 8;
        }
        if (colours <= 4) {
            return 4;
        }
        return colours <= 16 ? 2 : 1;
    }

    private static int[] bundled(IndexedPicture picture, int width, int perPixel) {
        int[] pixels = new int[width * picture.height()];
        Arrays.fill(pixels, OPAQUE);
        int bits = 8 / perPixel;
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                int index = picture.pixels()[y * picture.width() + x] & 0xff;
                pixels[y * width + x / perPixel] |= index << 8 + x % perPixel * bits;
            }
        }
        return pixels;
    }
}
