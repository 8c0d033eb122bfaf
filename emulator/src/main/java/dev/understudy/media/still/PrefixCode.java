package dev.understudy.media.still;

import java.util.stream.IntStream;

/**
 * A canonical prefix code: shorter words before longer ones, and words of one length in the order of their symbols. So
 * have it RFC 9649 section 3.7.2.1 (after RFC 1951 section 3.2.2) and ITU-T T.81 annex C.
 */
final class PrefixCode {
    private final int[] lengths;
    private final int[] words;
    private final int[] symbols;

    private PrefixCode(int[] lengths, int[] symbols) {
        this.lengths = lengths;
        this.words = new int[lengths.length];
        this.symbols = symbols;
        int word = 0;
        for (int length = 1; length <= IntStream.of(lengths).max().orElse(0); length++) {
            word <<= 1;
            for (int symbol = 0; symbol < lengths.length; symbol++) {
                if (lengths[symbol] == length) {
                    words[symbol] = word++;
                }
            }
        }
    }

    /** The best code for symbols that occur that often, its words no longer than {@code limit} bits. */
    static PrefixCode of(int[] frequencies, int limit) {
        int[] symbols = IntStream.range(0, frequencies.length)
                .filter(symbol -> frequencies[symbol] > 0)
                .toArray();
        return new PrefixCode(PackageMerge.lengths(frequencies, limit), symbols);
    }

    /** The symbols that occur, in ascending order. */
    int[] symbols() {
        return symbols.clone();
    }

    /** The length of each symbol's word in bits; 0 for what does not occur, and for the only one that does. */
    int[] lengths() {
        return lengths.clone();
    }

    int length(int symbol) {
        return lengths[symbol];
    }

    /** The word, its first bit the most significant of {@link #length}. */
    int word(int symbol) {
        return words[symbol];
    }
}
