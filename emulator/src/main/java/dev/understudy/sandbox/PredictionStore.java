package dev.understudy.sandbox;

import dev.understudy.fault.Fault;
import dev.understudy.prediction.Prediction;
import dev.understudy.prediction.State;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The predictions of one sandbox: found by id, listed by age, forgotten when their time is over. */
public final class PredictionStore {

    /**
     * What a list is to hold: predictions created after one instant and before another, neither included.
     *
     * @param filter looked at for each prediction in between, so the work grows with their number
     */
    public record Selection(Instant after, Instant before, Optional<Predicate<Prediction>> filter) {}

    /** @param total how many there are on all pages together */
    public record Page(int total, List<Prediction> predictions) {}

    // Callers may be on a thread that must not stay away for long; a thousand take well under a millisecond.
    private static final int MOST_AT_ONCE = 1_000;

    private final InstantSource clock;
    private final PredictionOrder order;
    private final Map<String, PredictionOrder.Kept> byId = new ConcurrentHashMap<>();
    private volatile Instant nextToGo = Instant.MAX;
    private volatile boolean someVanish;

    PredictionStore(InstantSource clock) {
        this.clock = clock;
        this.order = new PredictionOrder();
    }

    /** The same predictions, for another world; to be made {@link #still while nothing is added} to the original. */
    PredictionStore(InstantSource clock, PredictionStore original, UnaryOperator<Prediction> each) {
        this.clock = clock;
        this.order = original.order.copy(each, kept -> byId.put(kept.job().id(), kept));
        this.nextToGo = original.nextToGo;
        this.someVanish = original.someVanish;
    }

    /** Does something while no prediction is added or deleted. */
    <T> T still(Supplier<T> doing) {
        synchronized (order) {
            return doing.get();
        }
    }

    /** Every prediction that is in memory, deleted ones too, oldest first. */
    List<Prediction> all() {
        synchronized (order) {
            List<Prediction> all = new ArrayList<>(byId.size());
            order.forEach(kept -> all.add(kept.job()));
            return all;
        }
    }

    /** Those that were added after the last of some that were {@link #all} there were, oldest first. */
    List<Prediction> after(List<Prediction> earlier) {
        synchronized (order) {
            return order.after(
                    earlier.isEmpty() ? "" : earlier.get(earlier.size() - 1).id());
        }
    }

    /** Adds up how many are in each state now, by its word. Looks at each. */
    public void countStates(Map<String, Integer> standings) {
        Instant now = clock.instant();
        byId.values().stream()
                .map(PredictionOrder.Kept::job)
                .filter(job -> !job.isDeleted())
                .forEach(job -> standings.merge(job.at(now).word(), 1, Integer::sum));
    }

    boolean isDeleted(String id) {
        PredictionOrder.Kept kept = byId.get(id);
        return kept != null && kept.job().isDeleted();
    }

    /** Makes a prediction and keeps it. One at a time, so that their order is that of their times. */
    Prediction add(Function<Instant, Prediction> making) {
        synchronized (order) {
            Instant now = clock.instant();
            Prediction job = making.apply(now);
            byId.put(job.id(), order.add(job));
            someVanish |= job.fault().filter(Fault.Vanish.class::isInstance).isPresent();
            forget(now, MOST_AT_ONCE);
            return job;
        }
    }

    /** One that has been deleted is still found, as what {@link Prediction#deleted} leaves of it. */
    public Optional<Prediction> find(String id) {
        Instant now = forgetOld(MOST_AT_ONCE);
        return kept(id, now).map(PredictionOrder.Kept::job);
    }

    /** A state as a poll is to show it, which may be an old one for a few polls. Whoever polls uses one up. */
    State polled(Prediction job, State state) {
        return stale(job, state)
                .filter(kept -> kept.countStaleRead(staleReads(job)))
                .<State>map(kept -> new State.Processing())
                .orElse(state);
    }

    /** The state as a list shows it: what the next poll would, since a list asks after no job in particular. */
    public State seen(Prediction job, Instant now) {
        State state = job.at(now);
        return stale(job, state)
                .filter(kept -> kept.staleReads() < staleReads(job))
                .<State>map(kept -> new State.Processing())
                .orElse(state);
    }

    private Optional<PredictionOrder.Kept> stale(Prediction job, State state) {
        // What deletion leaves has no faults.
        return state instanceof State.Ended && staleReads(job) > 0
                ? Optional.ofNullable(byId.get(job.id()))
                : Optional.empty();
    }

    private static int staleReads(Prediction job) {
        return job.fault()
                .map(fault -> fault instanceof Fault.StaleRead stale ? stale.polls() : 0)
                .orElse(0);
    }

    /** Has the media of a prediction told as base64 from now on. */
    public void makeInline(String id) {
        Optional.ofNullable(byId.get(id)).ifPresent(PredictionOrder.Kept::makeInline);
    }

    public boolean isInline(String id) {
        return Optional.ofNullable(byId.get(id))
                .map(PredictionOrder.Kept::inline)
                .orElse(false);
    }

    /**
     * One page of a list, newest first; empty beyond the end. Throws away all that is too old, so call it from a thread
     * that may take a while.
     */
    public Page page(Selection wanted, long skip, int most) {
        Instant now = forgetOld(Integer.MAX_VALUE);
        Optional<Predicate<Prediction>> filter = filter(wanted, now);
        List<Prediction> candidates;
        synchronized (order) {
            int first = order.shownSince(wanted.before());
            int total = Math.max(0, order.shownSince(wanted.after().plusNanos(1)) - first);
            if (filter.isEmpty()) {
                int size = (int) Math.max(0, Math.min(most, total - skip));
                return new Page(total, size == 0 ? List.of() : order.newest(first + (int) skip, size));
            }
            candidates = order.newest(first, total);
        }
        // Outside the lock, or a long list would keep submissions waiting.
        candidates.removeIf(filter.get().negate());
        return new Page(
                candidates.size(), candidates.stream().skip(skip).limit(most).toList());
    }

    private Optional<Predicate<Prediction>> filter(Selection wanted, Instant now) {
        return someVanish
                ? Optional.of(wanted.filter().orElse(job -> true).and(job -> !job.hasVanished(now)))
                : wanted.filter();
    }

    /** Deletes predictions; unknown ids and those of deleted ones are passed over. Tells which ones it deleted. */
    List<String> delete(Collection<String> ids) {
        Instant now = forgetOld(MOST_AT_ONCE);
        List<String> deleted = new ArrayList<>();
        for (String id : ids) {
            if (kept(id, now)
                    .filter(kept -> !kept.job().hasVanished(now))
                    .filter(this::hide)
                    .isPresent()) {
                deleted.add(id);
            }
        }
        return deleted;
    }

    /** Calls off a job that has not ended; empty if there is none. */
    Optional<Prediction> cancel(String id) {
        Instant now = forgetOld(MOST_AT_ONCE);
        return kept(id, now)
                .filter(kept -> !kept.job().hasVanished(now) && !(kept.job().at(now) instanceof State.Ended))
                .map(kept -> replace(kept, now));
    }

    private Prediction replace(PredictionOrder.Kept kept, Instant now) {
        synchronized (order) {
            return order.replace(kept, kept.job().cancelled(now));
        }
    }

    /** How many are in memory, whether shown or not. */
    int size() {
        return byId.size();
    }

    private Optional<PredictionOrder.Kept> kept(String id, Instant now) {
        return Optional.ofNullable(byId.get(id))
                .filter(kept -> !Retention.isOver(kept.job().createdAt(), now));
    }

    private boolean hide(PredictionOrder.Kept kept) {
        synchronized (order) {
            return order.hide(kept, kept.job().deleted());
        }
    }

    private Instant forgetOld(int most) {
        Instant now = clock.instant();
        if (!now.isBefore(nextToGo)) {
            synchronized (order) {
                forget(now, most);
            }
        }
        return now;
    }

    private void forget(Instant now, int most) {
        Optional<Prediction> oldest = order.oldest();
        for (int i = 0;
                i < most
                        && oldest.filter(job -> Retention.isOver(job.createdAt(), now))
                                .isPresent();
                i++) {
            byId.remove(oldest.get().id());
            order.forgetOldest();
            oldest = order.oldest();
        }
        nextToGo = oldest.map(job -> job.createdAt().plus(Retention.KEPT)).orElse(Instant.MAX);
    }
}
