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
import java.util.Set;
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
    private final Map<String, Prediction> byId = new ConcurrentHashMap<>();

    // How often a read of a job was told what had been, for the few jobs that somebody wants that of.
    private final Map<String, Integer> staleReads = new ConcurrentHashMap<>();

    // Those whose media are told as base64.
    private final Set<String> inline = ConcurrentHashMap.newKeySet();
    private volatile Instant nextToGo = Instant.MAX;
    private volatile boolean someVanish;

    PredictionStore(InstantSource clock) {
        this.clock = clock;
        this.order = new PredictionOrder();
    }

    /** The same predictions, for another world; to be made {@link #still while nothing is added} to the original. */
    PredictionStore(InstantSource clock, PredictionStore original, UnaryOperator<Prediction> each) {
        this.clock = clock;
        this.order = original.order.copy(each);
        order.forEach(job -> byId.put(job.id(), job));
        this.staleReads.putAll(original.staleReads);
        this.inline.addAll(original.inline);
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
            order.forEach(all::add);
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
                .filter(job -> !job.isDeleted())
                .forEach(job -> standings.merge(job.at(now).word(), 1, Integer::sum));
    }

    boolean isDeleted(String id) {
        Prediction job = byId.get(id);
        return job != null && job.isDeleted();
    }

    /** Makes a prediction and keeps it. One at a time, so that their order is that of their times. */
    Prediction add(Function<Instant, Prediction> making) {
        synchronized (order) {
            Instant now = clock.instant();
            Prediction job = making.apply(now);
            byId.put(job.id(), job);
            order.add(job);
            someVanish |= job.fault().filter(Fault.Vanish.class::isInstance).isPresent();
            forget(now, MOST_AT_ONCE);
            return job;
        }
    }

    /** One that has been deleted is still found, as what {@link Prediction#deleted} leaves of it. */
    public Optional<Prediction> find(String id) {
        Instant now = forgetOld(MOST_AT_ONCE);
        return kept(id, now);
    }

    /** A state as a poll is to show it, which may be an old one for a few polls. Whoever polls uses one up. */
    State polled(Prediction job, State state) {
        int most = staleReads(job, state);
        return most > 0 && staleReads.merge(job.id(), 1, (read, one) -> Math.min(read, most) + one) <= most
                ? new State.Processing()
                : state;
    }

    /** The state as a list shows it: what the next poll would, since a list asks after no job in particular. */
    public State seen(Prediction job, Instant now) {
        State state = job.at(now);
        int most = staleReads(job, state);
        return most > 0 && staleReads.getOrDefault(job.id(), 0) < most ? new State.Processing() : state;
    }

    // How many reads are to be told what was. What deletion leaves has no faults.
    private static int staleReads(Prediction job, State state) {
        return job.fault()
                .filter(fault -> state instanceof State.Ended)
                .map(fault -> fault instanceof Fault.StaleRead stale ? stale.polls() : 0)
                .orElse(0);
    }

    /** Has the media of a prediction told as base64 from now on. */
    public void makeInline(String id) {
        if (byId.containsKey(id)) {
            inline.add(id);
        }
    }

    public boolean isInline(String id) {
        return inline.contains(id);
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
            if (hide(id, now)) {
                deleted.add(id);
            }
        }
        return deleted;
    }

    private boolean hide(String id, Instant now) {
        synchronized (order) {
            Optional<Prediction> shown = kept(id, now).filter(job -> !job.isDeleted() && !job.hasVanished(now));
            shown.ifPresent(job -> replace(job, job.deleted()));
            return shown.isPresent();
        }
    }

    /** Calls off a job that has not ended; empty if there is none. */
    Optional<Prediction> cancel(String id) {
        Instant now = forgetOld(MOST_AT_ONCE);
        synchronized (order) {
            return kept(id, now)
                    .filter(job -> !job.hasVanished(now) && !(job.at(now) instanceof State.Ended))
                    .map(job -> replace(job, job.cancelled(now)));
        }
    }

    private Prediction replace(Prediction job, Prediction other) {
        byId.put(job.id(), other);
        order.replace(job, other);
        return other;
    }

    /** How many are in memory, whether shown or not. */
    int size() {
        return byId.size();
    }

    private Optional<Prediction> kept(String id, Instant now) {
        return Optional.ofNullable(byId.get(id)).filter(job -> !Retention.isOver(job.createdAt(), now));
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
            String id = oldest.get().id();
            byId.remove(id);
            staleReads.remove(id);
            inline.remove(id);
            order.forgetOldest();
            oldest = order.oldest();
        }
        nextToGo = oldest.map(job -> job.createdAt().plus(Retention.KEPT)).orElse(Instant.MAX);
    }
}
