package dev.understudy.sandbox;

import dev.understudy.prediction.Prediction;
import dev.understudy.settings.Settings;
import dev.understudy.time.ClockMode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What one sandbox was at moments that somebody wanted to keep. A snapshot has everything: jobs, characters, files,
 * money, limits, the inboxes, the journal, what is to go wrong, and the time, which stands still in it. What is under
 * way is waited for first, no longer than it may take. Files are shared, so a snapshot costs what it says, not what it
 * shows. Not for a thread that must not wait.
 */
public final class Snapshots {

    /** Kept for each sandbox. */
    public static final int MOST = 100;

    private final Sandbox sandbox;
    private final Settings settings;
    private final Map<String, Snapshot> kept = new LinkedHashMap<>();

    Snapshots(Sandbox sandbox, Settings settings) {
        this.sandbox = sandbox;
        this.settings = settings;
    }

    /**
     * A moment that was kept.
     *
     * @param at on the sandbox's clock
     * @param predictions how many there were
     */
    public record Taken(String name, Instant at, int predictions) {}

    private record Snapshot(Taken taken, World world, ClockMode mode) {}

    /**
     * Keeps what the sandbox is now. A snapshot of the same name is replaced.
     *
     * @throws Refused if there are too many, or something is under way for longer than it may take
     */
    public Taken take(String name) {
        World world = sandbox.world();
        ClockMode mode = mode(world);
        World copy = copy(world, () -> sandbox.like(world));
        Taken taken = new Taken(name, copy.clock.instant(), copy.predictions.size());
        keep(new Snapshot(taken, copy, mode));
        return taken;
    }

    /** Oldest first. */
    public synchronized List<Taken> all() {
        return kept.values().stream().map(Snapshot::taken).toList();
    }

    /** @throws Refused if there is none of that name */
    public synchronized void forget(String name) {
        find(name);
        kept.remove(name).world().end();
    }

    /**
     * Makes the sandbox what it was. Its time is that of the snapshot, and runs as it ran then. The snapshot stays.
     *
     * @throws Refused if there is none of that name
     */
    public Taken restore(String name) {
        Snapshot snapshot = find(name);
        restore(sandbox, snapshot);
        return snapshot.taken();
    }

    /**
     * Makes another sandbox what this one is, or was. It goes on by itself, and draws what this one would have drawn: the
     * same calls get the same ids and the same mishaps in both.
     *
     * @param name of a snapshot; empty for what this sandbox is now
     * @throws Refused if the other one has been used already, unless {@code replace}
     */
    public void fork(Sandbox other, Optional<String> name, boolean replace) {
        if (other == sandbox) {
            throw Refused.field("key", "key must be another one than the key of this call");
        }
        if (!replace && !other.world().isUntouched()) {
            throw new Refused(Refused.Reason.CONFLICT, "the other key has been used already; say \"replace\": true");
        }
        World world = sandbox.world();
        restore(
                other,
                name.map(this::find)
                        .orElseGet(() -> new Snapshot(new Taken("", world.clock.instant(), 0), world, mode(world))));
    }

    private void restore(Sandbox target, Snapshot snapshot) {
        World world = copy(snapshot.world(), () -> target.like(snapshot.world()));
        target.become(world);
        world.clock.run(snapshot.mode());
    }

    // Whoever holds the turn may have the clock stand still for a moment.
    private static ClockMode mode(World world) {
        world.turn.lock();
        try {
            return world.clock.mode();
        } finally {
            world.turn.unlock();
        }
    }

    private World copy(World world, Supplier<World> copying) {
        long deadline = System.nanoTime()
                + settings.fetchTimeout()
                        .plus(settings.webhookTimeout())
                        .plusSeconds(1)
                        .toNanos();
        world.turn.lock();
        try {
            do {
                Optional<World> copy =
                        world.probes.await(deadline) ? settled(world, deadline, copying) : Optional.empty();
                if (copy.isPresent()) {
                    return copy.get();
                }
            } while (System.nanoTime() - deadline < 0);
        } finally {
            world.turn.unlock();
        }
        throw new Refused(
                Refused.Reason.CONFLICT, "a clip is still being read, or a webhook waits for its answer; try again");
    }

    // The clock stands still meanwhile, or a webhook could fall due between two looks. Empty if a job has been accepted
    // and not begun; that takes some microseconds.
    private static Optional<World> settled(World world, long deadline, Supplier<World> copying) {
        ClockMode mode = world.clock.mode();
        world.clock.freeze();
        try {
            return world.webhooks.settle(deadline)
                    ? world.predictions.still(() -> allKnown(world) ? Optional.of(copying.get()) : Optional.empty())
                    : Optional.empty();
        } finally {
            world.clock.run(mode);
        }
    }

    // A job that never ends may have an outcome to come; nobody will see it.
    private static boolean allKnown(World world) {
        for (Prediction job : world.predictions.all()) {
            if (job.outcome().isEmpty() && !job.timeline().endless()) {
                return false;
            }
        }
        return true;
    }

    private synchronized Snapshot find(String name) {
        return Optional.ofNullable(kept.get(name))
                .orElseThrow(() -> new Refused(
                        Refused.Reason.NO_SUCH_ROUTE,
                        "there is no snapshot '%s'; there are %s".formatted(name, List.copyOf(kept.keySet()))));
    }

    private synchronized void keep(Snapshot snapshot) {
        String name = snapshot.taken().name();
        if (kept.size() >= MOST && !kept.containsKey(name)) {
            snapshot.world().end();
            throw new Refused(Refused.Reason.CONFLICT, "a key has at most %s snapshots; delete one".formatted(MOST));
        }
        Optional.ofNullable(kept.remove(name))
                .ifPresent(replaced -> replaced.world().end());
        kept.put(name, snapshot);
    }
}
