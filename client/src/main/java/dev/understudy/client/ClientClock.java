package dev.understudy.client;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Where the client takes time and chance from; as it stands, from the machine. A test overrides {@code sleep} with one
 * that only moves {@code now} (or pushes the emulator's clock), so that nothing waits.
 */
public interface ClientClock {
    default Instant now() {
        return Instant.now();
    }

    /** Waits; an interrupt ends the wait at once. */
    default void sleep(Duration duration) throws InterruptedException {
        Thread.sleep(duration.toMillis());
    }

    /** For the jitter: 0 (inclusive) to 1 (exclusive). */
    default double chance() {
        return ThreadLocalRandom.current().nextDouble();
    }
}
