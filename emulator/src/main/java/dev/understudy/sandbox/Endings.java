package dev.understudy.sandbox;

import dev.understudy.fault.Fault;
import dev.understudy.prediction.Outcome;
import dev.understudy.prediction.Prediction;
import dev.understudy.prediction.State;
import dev.understudy.prediction.Stepped;
import dev.understudy.time.Agenda;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Tells whoever waits for a job when it has ended on the sandbox's clock. No thread waits with them. */
public final class Endings {

    private final InstantSource clock;
    private final Agenda agenda;
    private final Duration longest;
    private final Map<String, Wait> waiting = new ConcurrentHashMap<>();

    /** @param appointment at its end, or when the wait is over */
    private record Wait(Prediction job, CompletableFuture<State> ending, Agenda.Appointment appointment) {

        void end() {
            job.ending().thenAccept(how -> ending.complete(new State.Ended(how)));
        }
    }

    Endings(InstantSource clock, Agenda agenda, Duration longest) {
        this.clock = clock;
        this.agenda = agenda;
        this.longest = longest;
    }

    /** The longest that anybody waits, on the sandbox's clock. */
    public Duration longest() {
        return longest;
    }

    /**
     * The state that a job ends in, or {@link State.Processing} if it runs for longer than anybody waits. A job that
     * is over in time but whose clip is still being read counts as over, however far the clock is pushed meanwhile.
     *
     * @return completed on the thread that finds out, or at once; cancel it to wait no longer
     */
    public CompletableFuture<State> of(Prediction job) {
        if (job.fault().filter(Fault.SyncTimeout.class::isInstance).isPresent()) {
            return CompletableFuture.completedFuture(new State.Processing());
        }
        boolean inTime = inTime(job);
        if (inTime && job.at(clock.instant()) instanceof State.Ended ended) {
            return CompletableFuture.completedFuture(ended);
        }
        CompletableFuture<State> ending = new CompletableFuture<>();
        Agenda.Appointment appointment = inTime
                ? agenda.at(
                        job.timeline().ends(),
                        () -> job.ending().thenAccept(how -> ending.complete(new State.Ended(how))))
                : agenda.at(deadline(job), () -> ending.complete(new State.Processing()));
        waiting.put(job.id(), new Wait(job, ending, appointment));
        ending.whenComplete((state, cancelled) -> {
            appointment.cancel();
            waiting.remove(job.id());
        });
        // It may have moved meanwhile.
        endKnown(job.id());
        return ending;
    }

    /** To be called when the end of a job has become known that moves by steps. */
    void endKnown(String id) {
        Wait wait = waiting.get(id);
        if (wait != null
                && inTime(wait.job())
                && wait.job().timeline() instanceof Stepped
                && wait.appointment().cancel()) {
            wait.end();
        }
    }

    private boolean inTime(Prediction job) {
        return !job.timeline().ends().isAfter(deadline(job));
    }

    private Instant deadline(Prediction job) {
        return job.createdAt().plus(longest);
    }

    /** How many wait. */
    int waiting() {
        return waiting.size();
    }

    /** Tells all who wait that their jobs are no more. */
    void abandon() {
        deleted(waiting.keySet());
    }

    void deleted(Collection<String> ids) {
        ended(ids, new Outcome.Deleted());
    }

    void cancelled(Collection<String> ids) {
        ended(ids, new Outcome.Cancelled());
    }

    private void ended(Collection<String> ids, Outcome how) {
        for (String id : ids) {
            Wait wait = waiting.get(id);
            if (wait != null) {
                wait.ending().complete(new State.Ended(how));
            }
        }
    }
}
