package dev.understudy.prediction;

import dev.understudy.fault.Fault;
import dev.understudy.fault.Struck;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * One submitted job. It never changes: its state is a function of the time, so a waiting job costs memory and nothing
 * else, and a poll is a look-up and two comparisons. Only a timeline that moves by steps has a state of its own.
 *
 * @param model the model that was asked for, as the caller named it
 * @param input the accepted input, defaults filled in, unknown keys dropped, over-long texts cut short
 * @param struck what is to go wrong in this job and with its webhook; one fault at most is the job's own
 * @param outcome how the job ends, known at once or as soon as its clip has been read
 */
public record Prediction(
        String id,
        String model,
        Map<String, Object> input,
        Instant createdAt,
        Timeline timeline,
        List<Struck> struck,
        CompletableFuture<Outcome> outcome) {

    private static final State QUEUED = new State.Queued();
    private static final State PROCESSING = new State.Processing();

    /** What goes wrong in this job itself. */
    public Optional<Fault.InJob> fault() {
        // No stream: each poll asks four times, and nearly every job has nothing to look through.
        for (Struck one : struck) {
            if (one.fault() instanceof Fault.InJob fault) {
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    /** Whether nobody is to know this job any more. */
    public boolean hasVanished(Instant now) {
        return fault().filter(
                        fault -> fault instanceof Fault.Vanish vanish && !now.isBefore(createdAt.plus(vanish.after())))
                .isPresent();
    }

    /** The model that polls name: the one that was asked for, unless another does the work and that is told. */
    public String toldModel() {
        return fault().filter(fault -> fault instanceof Fault.Fallback other && other.announced())
                .map(fault -> ((Fault.Fallback) fault).model())
                .orElse(model);
    }

    /** The same job with other times. */
    public Prediction lasting(Timeline other) {
        return new Prediction(id, model, input, createdAt, other, struck, outcome);
    }

    /** What is left of this job once it has been deleted: its name, and that it is gone. */
    public Prediction deleted() {
        return new Prediction(
                id,
                model,
                Map.of(),
                createdAt,
                Timed.of(createdAt, createdAt),
                List.of(),
                CompletableFuture.completedFuture(new Outcome.Deleted()));
    }

    /** The same job, called off before its end. */
    public Prediction cancelled(Instant now) {
        Instant starts = timeline.starts().isBefore(now) ? timeline.starts() : now;
        return new Prediction(
                id,
                model,
                input,
                createdAt,
                Timed.of(starts, now),
                List.of(),
                CompletableFuture.completedFuture(new Outcome.Cancelled()));
    }

    /** Whether this is what deletion left of a job. */
    public boolean isDeleted() {
        return outcome.isDone() && outcome.join() instanceof Outcome.Deleted;
    }

    /** The same job, whose timeline goes its own way from here. Its outcome must be known. */
    public Prediction apart() {
        Timeline own = timeline.copy();
        return own == timeline ? this : new Prediction(id, model, input, createdAt, own, struck, outcome);
    }

    /** The state at {@code now}. A job ends when its time has run out and its outcome is known; this never waits. */
    public State at(Instant now) {
        return at(timeline.stage(now));
    }

    /** The state at a stage of its time. */
    public State at(Stage stage) {
        if (stage == Stage.QUEUED) {
            return QUEUED;
        }
        return stage == Stage.OVER && outcome.isDone() ? new State.Ended(outcome.join()) : PROCESSING;
    }
}
