package dev.understudy.media.still;

import java.util.List;

/** Pixels in five prefix codes: RFC 9649 sections 3.6.2 and 3.7.3. */
final class EntropyCodedImage {
    private static final int LENGTHS = 256;
    private static final int[] ALPHABETS = {LENGTHS + 24, 256, 256, 256, 40};
    private static final int DISTANCE = 4;
    private static final int LONGEST_WORD = 15;

    /** Where green, red, blue and alpha stand in a pixel, in the order in which they are coded. */
    private static final int[] SHIFTS = {8, 16, 0, 24};

    private final List<Copies.Step> steps;
    private final PrefixCode[] codes = new PrefixCode[ALPHABETS.length];

    EntropyCodedImage(int[] pixels, int width) {
        steps = Copies.of(pixels, width);
        int[][] frequencies = new int[ALPHABETS.length][];
        for (int i = 0; i < ALPHABETS.length; i++) {
            frequencies[i] = new int[ALPHABETS[i]];
        }
        steps.forEach(step -> count(step, frequencies));
        for (int i = 0; i < ALPHABETS.length; i++) {
            codes[i] = PrefixCode.of(frequencies[i], LONGEST_WORD);
        }
    }

    private static void count(Copies.Step step, int[][] frequencies) {
        if (step.isCopy()) {
            frequencies[0][LENGTHS + prefix(step.length())]++;
            frequencies[DISTANCE][step.from()]++;
        } else {
            for (int i = 0; i < SHIFTS.length; i++) {
                frequencies[i][channel(step, i)]++;
            }
        }
    }

    void write(LowBits out) {
        for (PrefixCode code : codes) {
            CodeHeader.write(code, out);
        }
        steps.forEach(step -> write(step, out));
    }

    private void write(Copies.Step step, LowBits out) {
        if (step.isCopy()) {
            int prefix = prefix(step.length());
            out.word(codes[0], LENGTHS + prefix).bits(step.length() - 1, extraBits(prefix));
            // The two distances in use are so short that they have no extra bits.
            out.word(codes[DISTANCE], step.from());
        } else {
            for (int i = 0; i < SHIFTS.length; i++) {
                out.word(codes[i], channel(step, i));
            }
        }
    }

    private static int channel(Copies.Step step, int number) {
        return step.pixel() >>> SHIFTS[number] & 0xff;
    }

    /** The prefix of a length: its two highest bits, more or less. The rest of the bits follow as they are. */
    private static int prefix(int length) {
        int value = length - 1;
        if (value < 4) {
            return value;
        }
        int highest = 31 - Integer.numberOfLeadingZeros(value);
        return 2 * highest + (value >>> highest - 1 & 1);
    }

    private static int extraBits(int prefix) {
        return prefix < 4 ? 0 : (prefix - 2) / 2;
    }
}
