package dev.understudy.media.still;

import java.io.ByteArrayOutputStream;

/** Bits, most significant first, with a zero after every byte of ones: ITU-T T.81 clauses F.1.2.3 and B.1.1.5. */
final class StuffedBits {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long pending;
    private int pendingBits;

    /** Appends the low {@code count} bits of {@code value}; count is 0 to 32. */
    StuffedBits bits(int value, int count) {
        pending = pending << count | value & (1L << count) - 1;
        pendingBits += count;
        while (pendingBits >= 8) {
            pendingBits -= 8;
            append((int) (pending >>> pendingBits) & 0xff);
        }
        return this;
    }

    private void append(int value) {
        bytes.write(value);
        if (value == 0xff) {
            bytes.write(0);
        }
    }

    /** All that was written, filled with ones up to a byte. */
    byte[] finish() {
        bits(-1, (8 - pendingBits) % 8);
        return bytes.toByteArray();
    }
}
