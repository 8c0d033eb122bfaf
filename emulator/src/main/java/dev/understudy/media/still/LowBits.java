package dev.understudy.media.still;

import java.io.ByteArrayOutputStream;

/** Bits as VP8L has them: numbers with the least significant bit first, code words with their first bit first. */
final class LowBits {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long pending;
    private int pendingBits;

    /** Appends the low {@code count} bits of {@code value}; count is 0 to 32. */
    LowBits bits(int value, int count) {
        pending |= (value & (1L << count) - 1) << pendingBits;
        pendingBits += count;
        while (pendingBits >= 8) {
            bytes.write((int) pending);
            pending >>>= 8;
            pendingBits -= 8;
        }
        return this;
    }

    LowBits word(PrefixCode code, int symbol) {
        int length = code.length(symbol);
        return length == 0 ? this : bits(Integer.reverse(code.word(symbol)) >>> 32 - length, length);
    }

    /** All that was written, filled with zeros up to a byte. */
    byte[] finish() {
        bits(0, (8 - pendingBits) % 8);
        return bytes.toByteArray();
    }
}
