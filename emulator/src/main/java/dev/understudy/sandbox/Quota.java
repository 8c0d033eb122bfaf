package dev.understudy.sandbox;

import dev.understudy.prediction.Prediction;
import dev.understudy.prediction.State;
import dev.understudy.settings.AccountLevel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The limits of an account level. A minute begins with the first job that counts, and the count starts anew when it is
 * over ("Limits reset every minute", the provider's troubleshooting page). Refused jobs do not count. Polls do not
 * either; nothing says that they would.
 */
final class Quota {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final AccountLevel level;
    private final boolean tellsWhen;
    private final List<Prediction> running = new ArrayList<>();
    private Instant minuteEnds = Instant.MIN;
    private int thisMinute;

    /** @param tellsWhen whether refusals say when to try again, where that is known */
    Quota(AccountLevel level, boolean tellsWhen) {
        this.level = level;
        this.tellsWhen = tellsWhen;
    }

    /**
     * The same count, for another world.
     *
     * @param twin the job of the other world that stands for one of this
     */
    synchronized Quota copy(Function<Prediction, Optional<Prediction>> twin) {
        Quota copy = new Quota(level, tellsWhen);
        running.forEach(job -> twin.apply(job).ifPresent(copy.running::add));
        copy.minuteEnds = minuteEnds;
        copy.thisMinute = thisMinute;
        return copy;
    }

    /**
     * Makes a job and counts it, if there is room.
     *
     * @throws Refused if there is none; concurrency is looked at first, since its 429 is the one seen on the real
     *     service
     */
    Prediction admit(Instant now, Supplier<Prediction> job) {
        return level == AccountLevel.UNLIMITED ? job.get() : admitWithin(now, job);
    }

    /** When the minute is over within which jobs have been counted last, if there was one. */
    synchronized Optional<Instant> minuteEnds() {
        return thisMinute == 0 ? Optional.empty() : Optional.of(minuteEnds);
    }

    /** Gives back the places of jobs that were deleted. The minute still counts them. */
    synchronized void release(Collection<String> ids) {
        if (!running.isEmpty() && !ids.isEmpty()) {
            Set<String> released = Set.copyOf(ids);
            running.removeIf(job -> released.contains(job.id()));
        }
    }

    private synchronized Prediction admitWithin(Instant now, Supplier<Prediction> job) {
        // Only when it matters, since it looks at each; one that still waits for its clip to be read keeps its place.
        if (running.size() >= level.concurrent()) {
            running.removeIf(one -> one.at(now) instanceof State.Ended);
        }
        if (running.size() >= level.concurrent()) {
            throw refused(Refused.Reason.TOO_MANY_AT_ONCE, limit(level.concurrent(), "at once"), now, firstEnd());
        }
        if (!now.isBefore(minuteEnds)) {
            minuteEnds = now.plus(MINUTE);
            thisMinute = 0;
        }
        if (thisMinute >= level.perMinute()) {
            throw refused(Refused.Reason.TOO_MANY_PER_MINUTE, limit(level.perMinute(), "a minute"), now, minuteEnds);
        }
        Prediction admitted = job.get();
        thisMinute++;
        running.add(admitted);
        return admitted;
    }

    private Refused refused(Refused.Reason reason, String message, Instant now, Instant better) {
        boolean told = tellsWhen && better.isAfter(now) && !better.equals(Instant.MAX);
        return new Refused(reason, message)
                .retryAfter(told ? Optional.of(Duration.between(now, better)) : Optional.empty());
    }

    private Instant firstEnd() {
        return running.stream()
                .map(job -> job.timeline().ends())
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }

    private String limit(int jobs, String span) {
        return "account level %s allows %d jobs %s".formatted(level.name().toLowerCase(Locale.ROOT), jobs, span);
    }
}
