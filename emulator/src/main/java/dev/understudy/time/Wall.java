package dev.understudy.time;

import java.time.Instant;
import java.time.InstantSource;

/**
 * The machine's time as the emulator sees it: read once from the system, then carried on by the monotonic counter. A
 * correction of the system clock therefore cannot send a job back to an earlier state, and timestamps have the
 * nanoseconds that the real service shows in poll answers.
 */
public final class Wall implements InstantSource {

    private final Instant start = Instant.now();
    private final long startNanos = System.nanoTime();

    @Override
    public Instant instant() {
        return start.plusNanos(System.nanoTime() - startNanos);
    }
}
