package dev.understudy.media.render;

import java.util.stream.IntStream;

/**
 * What a player makes of a {@link Palette}: limited-range BT.709 (ITU-R BT.709-6, items 3.2 to 3.5) turned into red, green
 * and blue, and from there into the full-range BT.601 of JPEG files (ITU-T T.871 clause 7). All levels have the same
 * colour differences in the one as in the other; colours beyond red, green and blue are left to the decoder to cut.
 *
 * @param red what is added to the grey of a level, as a part of white
 * @param green likewise
 * @param blue likewise
 */
record Tint(double red, double green, double blue) {
    private static final double LUMA_RANGE = 219;
    private static final int BLACK = 16;
    private static final double CHROMA_RANGE = 224;
    private static final int NEUTRAL = 128;
    private static final int FULL = 255;

    static Tint of(Palette palette) {
        double cb = (palette.cb() - NEUTRAL) / CHROMA_RANGE;
        double cr = (palette.cr() - NEUTRAL) / CHROMA_RANGE;
        double red = 1.5748 * cr;
        double blue = 1.8556 * cb;
        return new Tint(red, -(0.2126 * red + 0.0722 * blue) / 0.7152, blue);
    }

    /** The colours of all levels, 0xRRGGBB. */
    int[] colours() {
        return IntStream.rangeClosed(0, Palette.BRIGHTEST)
                .map(level -> channel(level, red) << 16 | channel(level, green) << 8 | channel(level, blue))
                .toArray();
    }

    private static int channel(int level, double difference) {
        return (int) Math.rint(Math.max(0, Math.min(1, grey(level) + difference)) * FULL);
    }

    private static double grey(int level) {
        return (Palette.luma(level) - BLACK) / LUMA_RANGE;
    }

    /** The brightness of a level in a JPEG file. */
    int luma(int level) {
        return (int) Math.rint((grey(level) + brightness()) * FULL);
    }

    int cb() {
        return NEUTRAL + (int) Math.rint((blue - brightness()) / 1.772 * FULL);
    }

    int cr() {
        return NEUTRAL + (int) Math.rint((red - brightness()) / 1.402 * FULL);
    }

    private double brightness() {
        return 0.299 * red + 0.587 * green + 0.114 * blue;
    }
}
