package dev.understudy.media.render;

import java.util.List;

/** Numbers that depend on the text of a scene alone, so that two outputs with different texts look different. */
final class Fingerprint {
    private long state;

    Fingerprint(String title, List<String> lines) {
        // Both hash codes are fixed by the specification of their classes, not by the JVM.
        state = (long) title.hashCode() << 32 ^ lines.hashCode();
    }

    /** The next number, 0 up to but not including {@code bound}. */
    int number(int bound) {
        return (int) Long.remainderUnsigned(next(), bound);
    }

    /** One step of SplitMix64 (Steele, Lea and Flood, 2014). */
    private long next() {
        state += 0x9E3779B97F4A7C15L;
        long mixed = (state ^ state >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
