package dev.understudy.media.still;

/** How VP8L transmits a prefix code: RFC 9649 section 3.7.2.1. */
final class CodeHeader {
    private static final int[] ORDER = {17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
    private static final int LONGEST = 7;
    private static final int BYTE = 256;
    private static final int FEW_ZEROS = 17;
    private static final int MANY_ZEROS = 18;
    private static final int MOST_ZEROS = 138;

    private CodeHeader() {}

    static void write(PrefixCode code, LowBits out) {
        int[] symbols = code.symbols();
        if (symbols.length == 0) {
            simple(new int[] {0}, out); // stands for an empty code
        } else if (symbols.length <= 2 && symbols[symbols.length - 1] < BYTE) {
            simple(symbols, out);
        } else {
            normal(code.lengths(), out);
        }
    }

    private static void simple(int[] symbols, LowBits out) {
        out.bits(1, 1).bits(symbols.length - 1, 1);
        int width = symbols[0] > 1 ? 8 : 1;
        out.bits(width == 8 ? 1 : 0, 1).bits(symbols[0], width);
        if (symbols.length == 2) {
            out.bits(symbols[1], 8);
        }
    }

    private static void normal(int[] lengths, LowBits out) {
        int[] frequencies = new int[ORDER.length];
        forEachRun(lengths, (symbol, zeros) -> frequencies[symbol]++);
        PrefixCode code = PrefixCode.of(frequencies, LONGEST);
        int known = ORDER.length;
        while (known > 4 && code.length(ORDER[known - 1]) == 0) {
            known--;
        }
        out.bits(0, 1).bits(known - 4, 4);
        for (int i = 0; i < known; i++) {
            out.bits(code.length(ORDER[i]), 3);
        }
        out.bits(0, 1); // lengths follow for the whole alphabet
        forEachRun(lengths, (symbol, zeros) -> {
            out.word(code, symbol);
            if (symbol == FEW_ZEROS) {
                out.bits(zeros - 3, 3);
            } else if (symbol == MANY_ZEROS) {
                out.bits(zeros - 11, 7);
            }
        });
    }

    private interface Runs {
        void add(int symbol, int zeros);
    }

    /** Lengths as they are, but zeros in runs. A length that repeats is spelt out: it is rare in such pictures. */
    private static void forEachRun(int[] lengths, Runs visitor) {
        for (int at = 0; at < lengths.length; ) {
            int zeros = 0;
            while (at + zeros < lengths.length && zeros < MOST_ZEROS && lengths[at + zeros] == 0) {
                zeros++;
            }
            if (zeros < 3) {
                visitor.add(lengths[at], 0);
                at++;
            } else {
                visitor.add(zeros <= 10 ? FEW_ZEROS : MANY_ZEROS, zeros);
                at += zeros;
            }
        }
    }
}
