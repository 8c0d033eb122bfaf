package dev.understudy.media.render;

import java.util.Arrays;

/** Wraps a payload into a network abstraction layer unit (ITU-T H.264 clause 7.3.1). */
final class Nal {
    static final int SLICE = 0x61;
    static final int IDR_SLICE = 0x65;
    static final int SPS = 0x67;
    static final int PPS = 0x68;

    private Nal() {}

    /** The header byte, then the payload with a 3 put wherever three bytes would look like a start code. */
    static byte[] unit(int header, byte[] payload) {
        byte[] out = new byte[1 + payload.length + payload.length / 2 + 1];
        out[0] = (byte) header;
        int size = 1;
        int zeros = 0;
        for (byte value : payload) {
            if (zeros == 2 && (value & 0xFC) == 0) {
                out[size++] = 3;
                zeros = 0;
            }
            zeros = value == 0 ? zeros + 1 : 0;
            out[size++] = value;
        }
        return Arrays.copyOf(out, size);
    }

    /** A sample of one unit as MP4 stores it: four bytes of length in place of the start code. */
    static byte[] sample(byte[] unit) {
        return Bytes.concat(Bytes.u32(unit.length), unit);
    }
}
