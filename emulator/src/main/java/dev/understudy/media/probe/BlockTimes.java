package dev.understudy.media.probe;

import java.time.Duration;

/**
 * The time stamps of one track's frames, in ticks, and what they add up to.
 *
 * <p>WebM rounds time stamps to its tick (1 ms as a rule) and does not say how long the last frame stays. At a constant rate the
 * true length is known better than any single stamp: frames times frame duration, to the nearest tick.
 */
final class BlockTimes {

    static final long NOT_SAID = 0;

    /** A frame duration in whole nanoseconds loses up to one per frame; a finer result than this would show the loss. */
    private static final long FINEST_NANOS = 1_000;

    private static final long NANOS = 1_000_000_000L;

    private final FrameTimes steps = new FrameTimes();
    private long frames;
    private long first;
    private long last;
    private long previous;
    private long lastTicks;
    private long shortestStep = Long.MAX_VALUE;
    private long longestStep;

    /** @param ticks how long the frame stays, or {@link #NOT_SAID} */
    void add(long at, long ticks) {
        if (frames == 0) {
            first = at;
            last = at;
        } else if (at > previous) {
            step(Math.subtractExact(at, previous));
        }
        first = Math.min(first, at);
        if (at >= last) {
            last = at;
            lastTicks = ticks;
        }
        previous = at;
        frames++;
    }

    private void step(long ticks) {
        steps.add(1, ticks);
        shortestStep = Math.min(shortestStep, ticks);
        longestStep = Math.max(longestStep, ticks);
    }

    long frames() {
        return frames;
    }

    /**
     * @param scale nanoseconds per tick
     * @param frameNanos the declared duration of a frame, or 0
     * @param declaredTicks the declared duration of the file, of use for a single frame only
     */
    Duration duration(long scale, long frameNanos, double declaredTicks) {
        long span = Math.multiplyExact(Math.subtractExact(last, first), scale);
        if (keepsRate(span, scale, frameNanos)) {
            return rounded(Math.multiplyExact(frames, frameNanos), scale);
        }
        if (lastTicks != NOT_SAID) {
            return rounded(Math.addExact(span, Math.multiplyExact(lastTicks, scale)), scale);
        }
        if (frameNanos > 0) {
            return rounded(Math.addExact(span, frameNanos), scale);
        }
        if (isSteady()) {
            return rounded(Math.addExact(span, span / (frames - 1)), scale);
        }
        long step = frames > 1 ? steps.commonest() : declaredFrame(declaredTicks);
        return rounded(Math.addExact(span, Math.multiplyExact(step, scale)), scale);
    }

    /** Frames per second, rounded to 0.001. */
    double rate(long scale, long frameNanos) {
        long span = Math.multiplyExact(last - first, scale);
        if (keepsRate(span, scale, frameNanos)) {
            return Ticks.rate(frameNanos, NANOS);
        }
        if (isSteady()) {
            return Ticks.rate(span / (frames - 1), NANOS);
        }
        return Ticks.rate(Math.multiplyExact(steps.commonest(), scale), NANOS);
    }

    /** Whether the stamps are what the declared frame duration makes them, but for the rounding to ticks. */
    private boolean keepsRate(long span, long scale, long frameNanos) {
        if (frameNanos <= 0) {
            return false;
        }
        long expected = Math.multiplyExact(frames - 1, frameNanos);
        return Math.abs(Math.subtractExact(expected, span)) <= scale + frames;
    }

    /** At a constant rate the rounded steps differ by one tick at most. */
    private boolean isSteady() {
        return steps.frames() > 0 && steps.frames() == frames - 1 && longestStep - shortestStep <= 1;
    }

    private static long declaredFrame(double ticks) {
        return ticks >= 1 && ticks < Integer.MAX_VALUE ? Math.round(ticks) : 0;
    }

    private static Duration rounded(long nanos, long scale) {
        long quantum = Math.max(scale, FINEST_NANOS);
        long count = Math.addExact(nanos, quantum / 2) / quantum;
        return Duration.ofNanos(Math.multiplyExact(count, quantum));
    }
}
