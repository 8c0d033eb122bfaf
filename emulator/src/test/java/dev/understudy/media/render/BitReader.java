package dev.understudy.media.render;

import java.util.Arrays;

/** Reads bits and the codes of the encoder back, from a unit without its emulation prevention bytes. */
final class BitReader {
    private final byte[] bytes;
    private int at;

    private BitReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Takes a unit as it stands in a sample, from its header byte on. */
    static BitReader ofUnit(byte[] sample, int from) {
        byte[] payload = new byte[sample.length];
        int size = 0;
        int zeros = 0;
        for (int i = from + 1; i < sample.length; i++) {
            boolean stuffed = zeros >= 2 && sample[i] == 3;
            if (!stuffed && zeros >= 2 && (sample[i] & 0xFF) < 3) {
                throw new AssertionError("start code inside a unit");
            }
            if (!stuffed) {
                payload[size++] = sample[i];
            }
            zeros = sample[i] == 0 ? zeros + 1 : 0;
        }
        return new BitReader(Arrays.copyOf(payload, size));
    }

    int bit() {
        int bit = bytes[at >> 3] >> 7 - (at & 7) & 1;
        at++;
        return bit;
    }

    int bits(int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 1 | bit();
        }
        return value;
    }

    int zeros() {
        int zeros = 0;
        while (bit() == 0) {
            zeros++;
        }
        return zeros;
    }

    int unsigned() {
        int zeros = zeros();
        return (1 << zeros) - 1 + bits(zeros);
    }

    int signed() {
        int code = unsigned();
        return (code & 1) == 1 ? (code + 1) / 2 : -code / 2;
    }

    /** The symbol of a table, or -1 with nothing read if none of its codes comes next. */
    int symbol(CodeTable table) {
        int start = at;
        for (int symbol = 0; symbol < table.symbols(); symbol++) {
            if (at + table.length(symbol) <= 8 * bytes.length && bits(table.length(symbol)) == table.code(symbol)) {
                return symbol;
            }
            at = start;
        }
        return -1;
    }

    boolean onlyTrailingBitsLeft() {
        int end = 8 * bytes.length - 1;
        while ((bytes[end >> 3] >> 7 - (end & 7) & 1) == 0) {
            end--;
        }
        return at == end;
    }
}
