package dev.understudy.media.still;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A decoder of VP8L streams with a colour table and no other transform, no colour cache and one set of codes, written
 * from RFC 9649 and sharing nothing with the encoder.
 */
final class WebpDecoder {
    private static final int[] ALPHABETS = {280, 256, 256, 256, 40};
    private static final int[] LENGTHS_ORDER = {17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};

    private final byte[] file;
    private int at;

    private WebpDecoder(byte[] file, int from) {
        this.file = file;
        this.at = 8 * from;
    }

    /** The pixels, each 0xAARRGGBB. */
    static int[] decode(byte[] file) {
        WebpDecoder in = new WebpDecoder(file, 20);
        require(in.bits(8) == 0x2f, "no signature");
        int width = in.bits(14) + 1;
        int height = in.bits(14) + 1;
        require(in.bits(4) == 0, "transparent, or another version");
        require(in.bits(3) == 0b111, "no colour table");
        int[] colours = new int[in.bits(8) + 1];
        require(in.bits(1) == 0, "a colour cache");
        int[] differences = in.image(colours.length, 1);
        for (int i = 0; i < colours.length; i++) {
            colours[i] = i == 0 ? differences[0] : sum(colours[i - 1], differences[i]);
        }
        require(in.bits(3) == 0, "another transform, a colour cache, or many codes");
        int bits = colours.length <= 2 ? 1 : colours.length <= 4 ? 2 : colours.length <= 16 ? 4 : 8;
        int bundles = (width * bits + 7) / 8;
        int[] bundled = in.image(bundles, height);
        require((in.at + 7) / 8 <= file.length && (in.at + 7) / 8 >= file.length - 1, "does not end with the file");
        return IntStream.range(0, width * height)
                .map(i -> {
                    int bit = i % width * bits;
                    int green = bundled[i / width * bundles + bit / 8] >>> 8 & 0xff;
                    return colours[green >>> bit % 8 & (1 << bits) - 1];
                })
                .toArray();
    }

    private static int sum(int a, int b) {
        return (a & 0xff00ff00) + (b & 0xff00ff00) & 0xff00ff00 | (a & 0x00ff00ff) + (b & 0x00ff00ff) & 0x00ff00ff;
    }

    private int[] image(int width, int height) {
        int[][] codes = new int[ALPHABETS.length][];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = code(ALPHABETS[i]);
        }
        int[] pixels = new int[width * height];
        for (int i = 0; i < pixels.length; ) {
            int green = symbol(codes[0]);
            if (green < 256) {
                pixels[i++] = symbol(codes[1]) << 16 | green << 8 | symbol(codes[2]) | symbol(codes[3]) << 24;
                continue;
            }
            int length = number(green - 256);
            int code = number(symbol(codes[4]));
            require(code == 1 || code == 2, "another distance");
            int distance = code == 1 ? width : 1;
            for (int end = i + length; i < end; i++) {
                pixels[i] = pixels[i - distance];
            }
        }
        return pixels;
    }

    private int number(int prefix) {
        if (prefix < 4) {
            return prefix + 1;
        }
        int extra = (prefix - 2) >> 1;
        return ((2 + (prefix & 1)) << extra) + bits(extra) + 1;
    }

    /** The lengths of a code's words. */
    private int[] code(int alphabet) {
        int[] lengths = new int[alphabet];
        if (bits(1) == 1) {
            int symbols = bits(1) + 1;
            lengths[bits(bits(1) == 0 ? 1 : 8)] = 1;
            if (symbols == 2) {
                lengths[bits(8)] = 1;
            }
            return lengths;
        }
        int[] lengthLengths = new int[LENGTHS_ORDER.length];
        int known = 4 + bits(4);
        for (int i = 0; i < known; i++) {
            lengthLengths[LENGTHS_ORDER[i]] = bits(3);
        }
        require(bits(1) == 0, "a shortened alphabet");
        for (int i = 0; i < alphabet; ) {
            int symbol = symbol(lengthLengths);
            require(symbol != 16, "a repetition");
            if (symbol < 16) {
                lengths[i++] = symbol;
            } else {
                i += symbol == 17 ? 3 + bits(3) : 11 + bits(7);
            }
        }
        return lengths;
    }

    /** Reads a word bit by bit: among words of one length, the first of them is that of the lowest symbol. */
    private int symbol(int[] lengths) {
        if (Arrays.stream(lengths).filter(length -> length > 0).count() == 1) {
            return IntStream.range(0, lengths.length)
                    .filter(i -> lengths[i] > 0)
                    .findFirst()
                    .orElseThrow();
        }
        int word = 0;
        int first = 0;
        for (int length = 1; length <= 15; length++) {
            word = word << 1 | bits(1);
            first <<= 1;
            for (int i = 0; i < lengths.length; i++) {
                if (lengths[i] == length && first++ == word) {
                    return i;
                }
            }
        }
        throw new AssertionError("no such word");
    }

    private int bits(int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            value |= (file[at >> 3] >> (at & 7) & 1) << i;
            at++;
        }
        return value;
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new AssertionError(otherwise);
        }
    }
}
