package dev.understudy.media.still;

import java.util.Arrays;

/**
 * The symbols of a baseline scan (ITU-T T.81 clauses F.1.2.1 and F.1.2.2), collected before they are coded, because the
 * code depends on how often each occurs. One code for all first coefficients and one for all others: the blocks of the
 * colour differences are all alike and would not pay for codes of their own.
 */
final class Scan {
    static final int FIRST = 0;
    static final int OTHERS = 1;

    private static final int END_OF_BLOCK = 0x00;
    private static final int SIXTEEN_ZEROS = 0xf0;
    private static final int LONGEST_WORD = 16;

    /** Higher than any symbol, and as rare as can be: it takes the word of ones alone, which must not be used. */
    private static final int NOBODY = 256;

    private final int[][] frequencies = new int[2][NOBODY + 1];
    private int[] steps = new int[4096];
    private int size;

    /** Adds a block of quantised coefficients; {@code before} is the first one of the component's last block. */
    void add(int[] coefficients, int before) {
        symbol(FIRST, 0, coefficients[0] - before);
        int zeros = 0;
        for (int i = 1; i < Transform.SAMPLES; i++) {
            int value = coefficients[Transform.ZIGZAG[i]];
            if (value == 0) {
                zeros++;
                continue;
            }
            for (; zeros > 15; zeros -= 16) {
                symbol(OTHERS, SIXTEEN_ZEROS, 0);
            }
            symbol(OTHERS, zeros << 4, value);
            zeros = 0;
        }
        if (zeros > 0) {
            symbol(OTHERS, END_OF_BLOCK, 0);
        }
    }

    private void symbol(int table, int zeros, int value) {
        int magnitude = 32 - Integer.numberOfLeadingZeros(Math.abs(value));
        int extra = value < 0 ? value + (1 << magnitude) - 1 : value;
        if (size == steps.length) {
            steps = Arrays.copyOf(steps, 2 * size);
        }
        steps[size++] = table << 24 | (zeros | magnitude) << 16 | extra;
        frequencies[table][zeros | magnitude]++;
    }

    /** The code that fits best: {@link #FIRST} or {@link #OTHERS}. */
    PrefixCode code(int table) {
        int[] withNobody = frequencies[table].clone();
        withNobody[NOBODY] = 1;
        return PrefixCode.of(withNobody, LONGEST_WORD);
    }

    /** The symbols that a code has to name: not the one that nobody uses. */
    static int[] named(PrefixCode code) {
        return Arrays.stream(code.symbols()).filter(symbol -> symbol != NOBODY).toArray();
    }

    byte[] write(PrefixCode first, PrefixCode others) {
        StuffedBits out = new StuffedBits();
        for (int i = 0; i < size; i++) {
            PrefixCode code = steps[i] >>> 24 == FIRST ? first : others;
            int symbol = steps[i] >>> 16 & 0xff;
            out.bits(code.word(symbol), code.length(symbol)).bits(steps[i] & 0xffff, symbol & 0xf);
        }
        return out.finish();
    }
}
