package dev.understudy.media.render;

import static dev.understudy.media.render.CavlcTables.COEFF_TOKEN;
import static dev.understudy.media.render.CavlcTables.RUN_BEFORE;
import static dev.understudy.media.render.CavlcTables.TOTAL_ZEROS;

/** Context-adaptive variable-length coding of one block of coefficients (ITU-T H.264 clause 9.2). */
final class Cavlc {
    private static final int ESCAPE_PREFIX = 15;
    private static final int ESCAPE_BITS = 12;

    private final BitWriter out;
    private final int[] values = new int[16];
    private final int[] runs = new int[16];

    Cavlc(BitWriter out) {
        this.out = out;
    }

    /**
     * Writes sixteen coefficients in scan order, in the context nC = 0. No other context occurs here: it counts the
     * AC coefficients of the neighbours, and there are none.
     */
    void block(int[] scanned) {
        int count = collect(scanned);
        int ones = trailingOnes(count);
        write(COEFF_TOKEN[count], ones);
        if (count == 0) {
            return;
        }
        for (int i = 0; i < ones; i++) {
            out.bit(values[i] < 0);
        }
        levels(count, ones);
        runs(count);
    }

    /** Writes a chroma DC block whose only coefficient that is not zero is the first. */
    void chromaBlock(int first) {
        if (first == 0) {
            out.bits(0b01, 2);
            return;
        }
        if (Math.abs(first) == 1) {
            out.bits(0b1, 1).bit(first < 0);
        } else {
            out.bits(0b000111, 6);
            level(code(first) - 2, 0);
        }
        out.bits(0b1, 1); // total_zeros = 0
    }

    /** Gathers the coefficients that are not zero, highest frequency first, each with the zeros before it. */
    private int collect(int[] scanned) {
        int count = 0;
        for (int i = 15; i >= 0; i--) {
            if (scanned[i] != 0) {
                values[count] = scanned[i];
                runs[count++] = 0;
            } else if (count > 0) {
                runs[count - 1]++;
            }
        }
        return count;
    }

    private int trailingOnes(int count) {
        int ones = 0;
        while (ones < Math.min(count, 3) && Math.abs(values[ones]) == 1) {
            ones++;
        }
        return ones;
    }

    private void levels(int count, int ones) {
        int suffixLength = count > 10 && ones < 3 ? 1 : 0;
        for (int i = ones; i < count; i++) {
            // With fewer than three trailing ones the next value cannot be 1 or -1, so their codes are reused.
            level(code(values[i]) - (i == ones && ones < 3 ? 2 : 0), suffixLength);
            suffixLength = Math.max(suffixLength, 1);
            if (Math.abs(values[i]) > 3 << suffixLength - 1 && suffixLength < 6) {
                suffixLength++;
            }
        }
    }

    private static int code(int value) {
        return value > 0 ? 2 * value - 2 : -2 * value - 1;
    }

    private void level(int code, int suffixLength) {
        if (suffixLength == 0 && code < 14) {
            prefix(code);
        } else if (suffixLength == 0 && code < 30) {
            prefix(14);
            out.bits(code - 14, 4);
        } else if (suffixLength > 0 && code < ESCAPE_PREFIX << suffixLength) {
            prefix(code >> suffixLength);
            out.bits(code, suffixLength);
        } else {
            prefix(ESCAPE_PREFIX);
            out.bits(code - (suffixLength == 0 ? 30 : ESCAPE_PREFIX << suffixLength), ESCAPE_BITS);
        }
    }

    private void prefix(int zeros) {
        out.bits(1, zeros + 1);
    }

    private void runs(int count) {
        int zerosLeft = 0;
        for (int i = 0; i < count; i++) {
            zerosLeft += runs[i];
        }
        if (count < 16) {
            write(TOTAL_ZEROS[count - 1], zerosLeft);
        }
        for (int i = 0; i < count - 1 && zerosLeft > 0; i++) {
            write(RUN_BEFORE[Math.min(zerosLeft, 7) - 1], runs[i]);
            zerosLeft -= runs[i];
        }
    }

    private void write(CodeTable table, int symbol) {
        out.bits(table.code(symbol), table.length(symbol));
    }
}
