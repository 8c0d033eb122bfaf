package dev.understudy.prediction;

import java.time.Duration;
import java.time.Instant;

/**
 * When a job leaves the queue and when it ends, on its sandbox's clock.
 *
 * @param starts not before the job was submitted
 * @param ends not before {@code starts}
 */
public record Timeline(Instant starts, Instant ends) {

    public static Timeline of(Instant submitted, Duration queued, Duration processing) {
        Instant starts = submitted.plus(queued);
        return new Timeline(starts, starts.plus(processing));
    }

    /** The same start with a later end. */
    public Timeline stretchedBy(Duration extra) {
        return new Timeline(starts, ends.plus(extra));
    }

    public Duration processing() {
        return Duration.between(starts, ends);
    }
}
