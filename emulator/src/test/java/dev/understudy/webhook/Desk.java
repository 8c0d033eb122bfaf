package dev.understudy.webhook;

import dev.understudy.fault.Fault;
import dev.understudy.fault.Origin;
import dev.understudy.fault.Struck;
import dev.understudy.journal.Bounds;
import dev.understudy.journal.Entry;
import dev.understudy.journal.Journal;
import dev.understudy.media.source.EgressPolicy;
import dev.understudy.prediction.Failure;
import dev.understudy.prediction.Outcome;
import dev.understudy.prediction.Prediction;
import dev.understudy.prediction.Timed;
import dev.understudy.settings.Egress;
import dev.understudy.time.Agenda;
import dev.understudy.time.Alarm;
import dev.understudy.time.Draw;
import dev.understudy.time.SandboxClock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;

/** Webhooks that really go out, on a clock that stands still until it is pushed. */
public final class Desk implements AutoCloseable {

    public static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private final ScheduledExecutorService alarm = Alarm.start();
    private final Post post = new Post(new EgressPolicy(Egress.PRIVATE, List.of()), Duration.ofSeconds(10));
    private final SandboxClock clock = new SandboxClock(() -> START);
    private final Journal journal = new Journal(new Bounds(10_000, 16L << 20));
    private final Map<String, Fault> faults = new HashMap<>();
    private final Webhooks webhooks;

    public Desk() {
        this("0123456789abcdef", 7);
    }

    Desk(String sandbox, long seed) {
        clock.freeze();
        webhooks = new Webhooks(
                sandbox,
                new Draw(seed),
                clock,
                new Agenda(clock, alarm),
                journal,
                post,
                job -> true,
                job -> Optional.ofNullable(faults.get(job.id()))
                        .map(fault -> new Struck(fault, new Origin.Header(), Optional.empty())),
                attempt -> {});
    }

    public Webhooks webhooks() {
        return webhooks;
    }

    public void fault(String job, Fault fault) {
        faults.put(job, fault);
    }

    /** A job that fails one second from now. */
    public Prediction job(String id) {
        Instant now = clock.instant();
        Prediction job = new Prediction(id, "m", Map.of(), now, Timed.of(now, now.plusSeconds(1)), List.of());
        job.end(new Outcome.Failed(Failure.TASK_FAILED, "no"));
        return job;
    }

    /** Pushes the clock, and leaves what is held back for a next delivery where it is. */
    void advance(Duration by) {
        clock.advance(by, () -> webhooks.settle(deadline()));
    }

    public void push(Duration by) {
        advance(by);
        webhooks.releaseHeld();
        if (!webhooks.settle(deadline())) {
            throw new AssertionError("deliveries are under way for too long");
        }
    }

    /** What the journal says of a job, oldest first. */
    public List<String> notes(String job) {
        return journal.since(0).stream()
                .filter(entry ->
                        entry instanceof Entry.JobNote note && note.job().equals(job))
                .flatMap(entry -> entry.notes().stream())
                .toList();
    }

    private static long deadline() {
        return System.nanoTime() + Duration.ofSeconds(20).toNanos();
    }

    @Override
    public void close() {
        post.close();
        alarm.shutdownNow();
    }
}
