package dev.understudy.media.probe;

import java.time.Duration;

/** Times counted in ticks, and what they are in seconds, without floating point on the way to a duration. */
final class Ticks {

    private static final long NANOS = 1_000_000_000L;

    private Ticks() {}

    /** Exact to the nanosecond, rounded down; a timescale has at most 32 bits, so nothing overflows. */
    static Duration toDuration(long ticks, long perSecond) {
        return Duration.ofSeconds(ticks / perSecond, ticks % perSecond * NANOS / perSecond);
    }

    /** Frames in a second, rounded to 0.001, or 0 if a frame lasts no time. */
    static double rate(long ticksPerFrame, long perSecond) {
        if (ticksPerFrame <= 0) {
            return 0;
        }
        double rate = Math.rint((double) perSecond / ticksPerFrame * 1000) / 1000;
        return Math.min(rate, Clip.MAX_FRAME_RATE);
    }
}
