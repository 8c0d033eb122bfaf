package dev.understudy.sandbox;

import dev.understudy.prediction.Prediction;
import dev.understudy.settings.AccountLevel;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** The limits of an account, and what counts against them. Polls do not; nothing says that they would. */
public final class Quota {

    private final AccountLevel level;
    private final boolean tellsWhen;
    private final Map<String, Meter> meters = new TreeMap<>();

    /**
     * What counts under a meter by now.
     *
     * @param used jobs of the minute that is running
     * @param minuteEnds when the count starts anew; empty if nothing counts
     */
    public record Reading(int used, Optional<Instant> minuteEnds) {}

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
        meters.forEach((name, meter) -> copy.meters.put(name, meter.copy(twin)));
        return copy;
    }

    public AccountLevel level() {
        return level;
    }

    /** @param balance in US dollars; asked for only by terms that depend on it */
    Allowance allowance(Allowance.Terms terms, Supplier<BigDecimal> balance) {
        return terms.of(level, balance);
    }

    /**
     * Makes a job and counts it, if there is room.
     *
     * @throws Refused if there is none; concurrency is looked at first, since its 429 is the one seen on a real service
     */
    Prediction admit(Instant now, Allowance allowance, Supplier<Prediction> job) {
        return allowance.counts() ? admitCounted(now, allowance, job) : job.get();
    }

    private synchronized Prediction admitCounted(Instant now, Allowance allowance, Supplier<Prediction> job) {
        return meters.computeIfAbsent(allowance.meter(), name -> new Meter(tellsWhen))
                .admit(now, allowance, job);
    }

    public synchronized Reading reading(String meter, Instant now) {
        return Optional.ofNullable(meters.get(meter))
                .map(one -> new Reading(one.thisMinute(now), one.minuteEnds().filter(now::isBefore)))
                .orElse(new Reading(0, Optional.empty()));
    }

    /** When the minutes are over within which jobs have been counted last. */
    synchronized List<Instant> minuteEnds() {
        List<Instant> ends = new ArrayList<>();
        meters.values().forEach(meter -> meter.minuteEnds().ifPresent(ends::add));
        return ends;
    }

    /** Gives back the places of jobs that were deleted. The minute still counts them. */
    synchronized void release(Collection<String> ids) {
        if (!meters.isEmpty() && !ids.isEmpty()) {
            Set<String> released = Set.copyOf(ids);
            meters.values().forEach(meter -> meter.release(released));
        }
    }
}
