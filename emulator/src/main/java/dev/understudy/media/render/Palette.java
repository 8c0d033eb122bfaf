package dev.understudy.media.render;

/**
 * The colours of one video: limited-range BT.709, brightness in equal steps, one tint.
 *
 * @param cb blue difference of every pixel
 * @param cr red difference of every pixel
 */
record Palette(int cb, int cr) {
    /** Levels run from 0, the background, to this, the brightest text. */
    static final int BRIGHTEST = 8;

    /** Even, because the first macroblock is coded in steps of two (see {@link MacroblockWriter}). */
    static final int BACKGROUND_LUMA = 50;

    /** The step that quantiser 31 reproduces exactly, and quantisers 37, 43 and 49 its multiples by 2, 4 and 8. */
    static final int LUMA_STEP = 22;

    private static final int NEUTRAL = 128;
    private static final int SATURATION = 26;
    private static final int HUES = 48;

    static Palette of(Fingerprint fingerprint) {
        double angle = 2 * StrictMath.PI * fingerprint.number(HUES) / HUES;
        return new Palette(
                NEUTRAL + (int) StrictMath.rint(SATURATION * StrictMath.cos(angle)),
                NEUTRAL + (int) StrictMath.rint(SATURATION * StrictMath.sin(angle)));
    }

    static int luma(int level) {
        return BACKGROUND_LUMA + LUMA_STEP * level;
    }
}
