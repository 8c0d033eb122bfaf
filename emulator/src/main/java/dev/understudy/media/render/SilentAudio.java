package dev.understudy.media.render;

/** Silence as AAC-LC, mono, 48 kHz: every access unit is the same four bytes. */
final class SilentAudio {
    static final int RATE = 48_000;
    static final int SAMPLES_PER_UNIT = 1024;

    /** A single channel element with no scale factor band at all, and the end mark (ISO/IEC 14496-3 clause 4.4.2). */
    private static final byte[] UNIT = {0, 0, 0, 7};

    /** Object type 2, frequency index 3, one channel. */
    static final byte[] CONFIGURATION = {0x11, (byte) 0x88};

    private SilentAudio() {}

    static int unitBytes() {
        return UNIT.length;
    }

    static int ticks(int milliseconds) {
        return milliseconds * (RATE / 1000);
    }

    /** How many access units it takes to last that long; the last one may reach beyond. */
    static int unitsUntil(int milliseconds) {
        return (ticks(milliseconds) + SAMPLES_PER_UNIT - 1) / SAMPLES_PER_UNIT;
    }

    static byte[] units(int count) {
        byte[] out = new byte[count * UNIT.length];
        for (int i = UNIT.length - 1; i < out.length; i += UNIT.length) {
            out[i] = UNIT[UNIT.length - 1];
        }
        return out;
    }
}
