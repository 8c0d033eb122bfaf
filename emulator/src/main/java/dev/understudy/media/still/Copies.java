package dev.understudy.media.still;

import java.util.ArrayList;
import java.util.List;

/** Splits pixels into such as are spelt out, and copies of what stands above or to the left. */
final class Copies {
    /** How RFC 9649 section 3.6.2.2 calls the two nearest neighbours; each number is the distance code less one. */
    private static final int ABOVE = 0;

    private static final int LEFT = 1;

    /** Shorter ones take no fewer bits than the pixels themselves. */
    private static final int SHORTEST = 4;

    private static final int LONGEST = 4096;

    /**
     * One step of the decoder.
     *
     * @param pixel the pixel, 0xAARRGGBB, if it is no copy
     * @param length how many pixels are copied, or 0
     * @param from {@link #ABOVE} or {@link #LEFT}
     */
    record Step(int pixel, int length, int from) {
        boolean isCopy() {
            return length > 0;
        }
    }

    private Copies() {}

    static List<Step> of(int[] pixels, int width) {
        List<Step> steps = new ArrayList<>();
        int at = 0;
        while (at < pixels.length) {
            int above = run(pixels, at, width);
            int left = run(pixels, at, 1);
            int length = Math.max(above, left);
            if (length < SHORTEST) {
                steps.add(new Step(pixels[at], 0, 0));
                at++;
            } else {
                steps.add(new Step(0, length, above >= left ? ABOVE : LEFT));
                at += length;
            }
        }
        return steps;
    }

    private static int run(int[] pixels, int at, int distance) {
        int most = Math.min(LONGEST, pixels.length - at);
        int length = 0;
        while (at >= distance && length < most && pixels[at + length] == pixels[at + length - distance]) {
            length++;
        }
        return length;
    }
}
