package dev.understudy.prediction;

import java.time.Duration;
import java.time.Instant;

/**
 * A timeline that is known from the start. Each job keeps one for a week, so its two instants are kept as the numbers
 * that they are made of; see {@link Instant#getEpochSecond} and {@link Instant#getNano}.
 */
public record Timed(long startSecond, int startNano, long endSecond, int endNano) implements Timeline {

    /**
     * @param starts not before the job was submitted
     * @param ends not before {@code starts}; {@link Instant#MAX} for never
     */
    public static Timed of(Instant starts, Instant ends) {
        return new Timed(starts.getEpochSecond(), starts.getNano(), ends.getEpochSecond(), ends.getNano());
    }

    public static Timed of(Instant submitted, Duration queued, Duration processing) {
        Instant starts = submitted.plus(queued);
        return of(starts, starts.plus(processing));
    }

    @Override
    public Instant starts() {
        return Instant.ofEpochSecond(startSecond, startNano);
    }

    @Override
    public Instant ends() {
        return Instant.ofEpochSecond(endSecond, endNano);
    }

    @Override
    public Stage stage(Instant now) {
        if (isBefore(now, startSecond, startNano)) {
            return Stage.QUEUED;
        }
        return isBefore(now, endSecond, endNano) ? Stage.PROCESSING : Stage.OVER;
    }

    private static boolean isBefore(Instant now, long second, int nano) {
        return now.getEpochSecond() < second || now.getEpochSecond() == second && now.getNano() < nano;
    }

    @Override
    public Duration processing() {
        return Duration.ofSeconds(endSecond - startSecond, endNano - startNano);
    }

    @Override
    public Timed stretchedBy(Duration extra) {
        return endless() ? this : of(starts(), ends().plus(extra));
    }

    @Override
    public Timed withoutEnd() {
        return of(starts(), Instant.MAX);
    }

    @Override
    public boolean endless() {
        return !endKnown();
    }

    @Override
    public Timed copy() {
        return this;
    }

    @Override
    public Timed known() {
        return this;
    }
}
