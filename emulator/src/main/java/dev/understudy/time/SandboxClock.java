package dev.understudy.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The clock of one sandbox. Everything a sandbox dates or waits for reads it, so that pushing the clock moves job
 * states, quota windows and outages together. It runs with the wall, stands still, or is pushed forward by hand; it
 * never goes back.
 */
public final class SandboxClock implements InstantSource {

    private final InstantSource wall;
    private volatile Anchor anchor;

    /** A clock that runs with {@code wall} and shows the same time, until it is frozen or pushed. */
    public SandboxClock(InstantSource wall) {
        this.wall = wall;
        Instant start = wall.instant();
        this.anchor = new Anchor(start, start, true);
    }

    @Override
    public Instant instant() {
        return anchor.at(wall.instant());
    }

    /** Stands still from now on; only {@link #advance} moves it. Freezing a frozen clock changes nothing. */
    public synchronized void freeze() {
        Instant real = wall.instant();
        anchor = new Anchor(real, anchor.at(real), false);
    }

    /** Runs with the wall again, from the time it shows now. */
    public synchronized void resume() {
        Instant real = wall.instant();
        anchor = new Anchor(real, anchor.at(real), true);
    }

    /**
     * Pushes the clock forward.
     *
     * @param by zero or more; a negative step is refused, because a job must never go back to an earlier state
     * @return the new time
     */
    public synchronized Instant advance(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("a clock cannot go back: " + by);
        }
        Instant real = wall.instant();
        Instant shown = anchor.at(real).plus(by);
        anchor = new Anchor(real, shown, anchor.running());
        return shown;
    }

    private record Anchor(Instant real, Instant shown, boolean running) {
        Instant at(Instant now) {
            return running ? shown.plus(Duration.between(real, now)) : shown;
        }
    }
}
