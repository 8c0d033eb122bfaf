package dev.understudy.sandbox;

import dev.understudy.prediction.Prediction;
import dev.understudy.prediction.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Counts the jobs of one kind. A minute begins with the first job that counts, and the count starts anew when it is over
 * ("Limits reset every minute", the first provider's troubleshooting page). Refused jobs do not count. For one thread at
 * a time.
 */
final class Meter {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final boolean tellsWhen;
    private final List<Prediction> running = new ArrayList<>();
    private Instant minuteEnds = Instant.MIN;
    private int thisMinute;

    /** @param tellsWhen whether refusals say when to try again, where that is known */
    Meter(boolean tellsWhen) {
        this.tellsWhen = tellsWhen;
    }

    Meter copy(Function<Prediction, Optional<Prediction>> twin) {
        Meter copy = new Meter(tellsWhen);
        running.forEach(job -> twin.apply(job).ifPresent(copy.running::add));
        copy.minuteEnds = minuteEnds;
        copy.thisMinute = thisMinute;
        return copy;
    }

    Optional<Instant> minuteEnds() {
        return thisMinute == 0 ? Optional.empty() : Optional.of(minuteEnds);
    }

    /** How many jobs have counted in the minute that is running. */
    int thisMinute(Instant now) {
        return now.isBefore(minuteEnds) ? thisMinute : 0;
    }

    void release(Set<String> ids) {
        running.removeIf(job -> ids.contains(job.id()));
    }

    Prediction admit(Instant now, Allowance allowance, Supplier<Prediction> job) {
        // Only when it matters, since it looks at each; one that still waits for its clip to be read keeps its place.
        if (running.size() >= allowance.concurrent()) {
            running.removeIf(one -> one.at(now) instanceof State.Ended);
        }
        if (allowance.enforced() && running.size() >= allowance.concurrent()) {
            throw refused(
                    Refused.Reason.TOO_MANY_AT_ONCE,
                    limit(allowance, allowance.concurrent(), "at once"),
                    now,
                    firstEnd());
        }
        if (!now.isBefore(minuteEnds)) {
            minuteEnds = now.plus(MINUTE);
            thisMinute = 0;
        }
        if (allowance.enforced() && thisMinute >= allowance.perMinute()) {
            throw refused(
                    Refused.Reason.TOO_MANY_PER_MINUTE,
                    limit(allowance, allowance.perMinute(), "a minute"),
                    now,
                    minuteEnds);
        }
        Prediction admitted = job.get();
        thisMinute++;
        if (allowance.concurrent() < Integer.MAX_VALUE) {
            running.add(admitted);
        }
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

    private static String limit(Allowance allowance, int jobs, String span) {
        return "%s allows %s jobs %s".formatted(allowance.holder(), jobs, span);
    }
}
