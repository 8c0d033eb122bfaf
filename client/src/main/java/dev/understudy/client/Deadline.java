package dev.understudy.client;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The moment after which a caller waits no longer, and the pauses on the way there. */
record Deadline(ClientClock clock, String predictionId, Duration allowed, Instant end) {
    static Deadline in(Duration allowed, ClientClock clock, String predictionId) {
        return new Deadline(clock, predictionId, allowed, clock.now().plus(allowed));
    }

    /** Before the next poll; cut short so that the last look falls on the deadline itself. */
    void pause(Duration interval) throws InterruptedException {
        if (millisLeft() <= 0) {
            throw new AwaitTimeoutException(predictionId, allowed, null);
        }
        clock.sleep(Duration.ofMillis(Math.min(interval.toMillis(), millisLeft())));
    }

    /** Before a repetition; never cut short, because asking again too soon is what the pause is there to prevent. */
    void backOff(Duration delay, WaveSpeedException failure) throws InterruptedException {
        if (delay.toMillis() > millisLeft()) {
            throw new AwaitTimeoutException(predictionId, allowed, failure);
        }
        clock.sleep(delay);
    }

    /** For one request; the look at the very deadline gets a second, or it could not be answered. */
    Duration limit(Duration requestTimeout) {
        return Duration.ofMillis(Math.min(requestTimeout.toMillis(), Math.max(millisLeft(), 1000)));
    }

    private long millisLeft() {
        return clock.now().until(end, ChronoUnit.MILLIS);
    }
}
