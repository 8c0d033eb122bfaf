package dev.understudy.prediction;

import java.time.Duration;
import java.time.Instant;

/**
 * A timeline that is known from the start.
 *
 * @param starts not before the job was submitted
 * @param ends not before {@code starts}; {@link Instant#MAX} for never
 */
public record Timed(Instant starts, Instant ends) implements Timeline {

    public static Timed of(Instant submitted, Duration queued, Duration processing) {
        Instant starts = submitted.plus(queued);
        return new Timed(starts, starts.plus(processing));
    }

    @Override
    public Stage stage(Instant now) {
        if (now.isBefore(starts)) {
            return Stage.QUEUED;
        }
        return now.isBefore(ends) ? Stage.PROCESSING : Stage.OVER;
    }

    @Override
    public Timed stretchedBy(Duration extra) {
        return endless() ? this : new Timed(starts, ends.plus(extra));
    }

    @Override
    public Timed withoutEnd() {
        return new Timed(starts, Instant.MAX);
    }

    @Override
    public boolean endless() {
        return !endKnown();
    }

    @Override
    public Timed copy() {
        return this;
    }
}
