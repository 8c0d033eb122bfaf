package dev.understudy.sandbox;

import dev.understudy.prediction.Outcome;
import dev.understudy.prediction.Prediction;
import dev.understudy.prediction.State;
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
    private final Map<String, CompletableFuture<State>> waiting = new ConcurrentHashMap<>();

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
        Instant ends = job.timeline().ends();
        Instant deadline = job.createdAt().plus(longest);
        boolean inTime = !ends.isAfter(deadline);
        if (inTime && job.at(clock.instant()) instanceof State.Ended ended) {
            return CompletableFuture.completedFuture(ended);
        }
        CompletableFuture<State> ending = new CompletableFuture<>();
        waiting.put(job.id(), ending);
        Agenda.Appointment appointment = inTime
                ? agenda.at(ends, () -> job.outcome().thenAccept(how -> ending.complete(new State.Ended(how))))
                : agenda.at(deadline, () -> ending.complete(new State.Processing()));
        ending.whenComplete((state, cancelled) -> {
            appointment.cancel();
            waiting.remove(job.id());
        });
        return ending;
    }

    /** How many wait. */
    int waiting() {
        return waiting.size();
    }

    void deleted(Collection<String> ids) {
        for (String id : ids) {
            CompletableFuture<State> ending = waiting.get(id);
            if (ending != null) {
                ending.complete(new State.Ended(new Outcome.Deleted()));
            }
        }
    }
}
