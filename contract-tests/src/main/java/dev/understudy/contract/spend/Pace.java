package dev.understudy.contract.spend;

import java.time.Duration;

/** Keeps a distance between calls, so that the kit never comes near a limit of the real service. */
final class Pace {
    /** The time that passes, so that tests need not wait for it. */
    interface Timer {
        long nanos();

        void sleep(Duration duration);
    }

    static final Timer REAL = new Timer() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void sleep(Duration duration) {
            try {
                Thread.sleep(duration.toMillis(), duration.toNanosPart() % 1_000_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SpendException("Interrupted between two calls", e);
            }
        }
    };

    private final Duration gap;
    private final Timer timer;
    private boolean first = true;
    private long lastNanos;

    Pace(Duration gap, Timer timer) {
        this.gap = gap;
        this.timer = timer;
    }

    /** Waits until the next call may be made. */
    void await() {
        Duration remaining = gap.minusNanos(timer.nanos() - lastNanos);
        if (!first && !remaining.isNegative() && !remaining.isZero()) {
            timer.sleep(remaining);
        }
        first = false;
        lastNanos = timer.nanos();
    }
}
