package dev.understudy.contract.target;

import java.time.Duration;

/**
 * How patient the kit is with a target.
 *
 * @param maxWait how long one prediction may take before its case fails
 * @param pollInterval the pause between two polls
 * @param answerWithin how long one answer may take
 */
public record Pacing(Duration maxWait, Duration pollInterval, Duration answerWithin) {
    /** For a stand-in in this process, which is told to be quick. */
    public static final Pacing IN_PROCESS = new Pacing(Duration.ofSeconds(30), Duration.ofMillis(20));
    /** For a target known by its URL alone: it may imitate the minutes that a real video takes. */
    public static final Pacing REMOTE = new Pacing(Duration.ofMinutes(5), Duration.ofMillis(200));

    public Pacing {
        if (maxWait.isNegative() || maxWait.isZero() || pollInterval.isNegative()) {
            throw new TargetException("A wait must be longer than nothing, a poll interval not negative");
        }
        if (answerWithin.toMillis() <= 0 || answerWithin.toMillis() > Integer.MAX_VALUE) {
            throw new TargetException("The time for an answer must be at least a millisecond, and less than 24 days");
        }
    }

    public Pacing(Duration maxWait, Duration pollInterval) {
        this(maxWait, pollInterval, Duration.ofSeconds(30));
    }
}
