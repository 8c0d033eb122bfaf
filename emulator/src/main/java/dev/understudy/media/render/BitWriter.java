package dev.understudy.media.render;

import java.util.Arrays;

/** Bits, most significant first, with the Exp-Golomb codes of ITU-T H.264 clause 9.1. */
final class BitWriter {
    private byte[] bytes = new byte[1024];
    private int size;
    private long pending;
    private int pendingBits;

    BitWriter bit(boolean value) {
        return bits(value ? 1 : 0, 1);
    }

    /** Appends the low {@code count} bits of {@code value}; count is 0 to 32. */
    BitWriter bits(int value, int count) {
        pending = pending << count | value & (1L << count) - 1;
        pendingBits += count;
        while (pendingBits >= 8) {
            pendingBits -= 8;
            append((byte) (pending >>> pendingBits));
        }
        return this;
    }

    BitWriter unsigned(int value) {
        int length = 32 - Integer.numberOfLeadingZeros(value + 1);
        bits(0, length - 1);
        return bits(value + 1, length);
    }

    BitWriter signed(int value) {
        return unsigned(value > 0 ? 2 * value - 1 : -2 * value);
    }

    /** Ends a raw byte sequence payload: a one and zeros up to the next byte. */
    byte[] finish() {
        bits(1, 1);
        if (pendingBits > 0) {
            bits(0, 8 - pendingBits);
        }
        return Arrays.copyOf(bytes, size);
    }

    private void append(byte value) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * size);
        }
        bytes[size++] = value;
    }
}
