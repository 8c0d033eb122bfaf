package dev.understudy.prediction;

import dev.understudy.fault.Fault;
import dev.understudy.fault.Struck;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * One submitted job. It never changes, but that its outcome becomes known once: its state is a function of the time, so a
 * waiting job costs memory and nothing else, and a poll is a look-up and two comparisons. Only a timeline that moves by
 * steps has a state of its own.
 */
public final class Prediction {

    private static final State QUEUED = new State.Queued();
    private static final State PROCESSING = new State.Processing();

    private final String id;
    private final String model;
    private final Map<String, Object> input;
    private final Instant createdAt;
    private final Timeline timeline;
    private final List<Struck> struck;

    // The outcome, or what completes with it if somebody waits for it. Nearly always nobody does: a future for each job
    // would be kept for as long as the job, for nothing.
    private volatile Object ending;

    private static final class Waiting extends CompletableFuture<Outcome> {}

    /**
     * One whose outcome is not known yet.
     *
     * @param model the model that was asked for, as the caller named it
     * @param input the accepted input, defaults filled in, unknown keys dropped, over-long texts cut short
     * @param struck what is to go wrong in this job and with its webhook; one fault at most is the job's own
     */
    public Prediction(
            String id,
            String model,
            Map<String, Object> input,
            Instant createdAt,
            Timeline timeline,
            List<Struck> struck) {
        this.id = id;
        this.model = model;
        this.input = input;
        this.createdAt = createdAt;
        this.timeline = timeline;
        this.struck = struck;
    }

    public String id() {
        return id;
    }

    /** The model that was asked for, as the caller named it. */
    public String model() {
        return model;
    }

    /** The accepted input, as it is kept. */
    public Map<String, Object> input() {
        return input;
    }

    /** On the sandbox's clock. */
    public Instant createdAt() {
        return createdAt;
    }

    public Timeline timeline() {
        return timeline;
    }

    /** What is to go wrong in this job and with its webhook. */
    public List<Struck> struck() {
        return struck;
    }

    /** How the job ends, or has ended; empty while its clip or image is being read. */
    public Optional<Outcome> outcome() {
        return ending instanceof Outcome known ? Optional.of(known) : Optional.empty();
    }

    /** Completes with the outcome as soon as that is known, whenever the job's time is over. */
    public synchronized CompletableFuture<Outcome> ending() {
        if (ending instanceof Outcome known) {
            return CompletableFuture.completedFuture(known);
        }
        Waiting waiting = ending instanceof Waiting others ? others : new Waiting();
        ending = waiting;
        return waiting;
    }

    /** Makes the outcome known, once, and tells whoever waits. */
    public void end(Outcome how) {
        Object before;
        synchronized (this) {
            before = ending;
            ending = before instanceof Outcome known ? known : how;
        }
        if (before instanceof Waiting waiting) {
            waiting.complete(how);
        }
    }

    private Prediction endedBy(Outcome how) {
        end(how);
        return this;
    }

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

    /** The same job with other times; to be asked of one that has just been made, and of which nobody knows yet. */
    public Prediction lasting(Timeline other) {
        return new Prediction(id, model, input, createdAt, other, struck);
    }

    /** What is left of this job once it has been deleted: its name, and that it is gone. */
    public Prediction deleted() {
        return new Prediction(id, model, Map.of(), createdAt, Timed.of(createdAt, createdAt), List.of())
                .endedBy(new Outcome.Deleted());
    }

    /** The same job, called off before its end. */
    public Prediction cancelled(Instant now) {
        Instant starts = timeline.starts().isBefore(now) ? timeline.starts() : now;
        return new Prediction(id, model, input, createdAt, Timed.of(starts, now), List.of())
                .endedBy(new Outcome.Cancelled());
    }

    /** Whether this is what deletion left of a job. */
    public boolean isDeleted() {
        return ending instanceof Outcome.Deleted;
    }

    /** The same job, whose timeline goes its own way from here. Its outcome must be known, or never be seen. */
    public Prediction apart() {
        Timeline own = timeline.copy();
        if (own == timeline) {
            return this;
        }
        Prediction apart = new Prediction(id, model, input, createdAt, own, struck);
        outcome().ifPresent(apart::end);
        return apart;
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
        return stage == Stage.OVER && ending instanceof Outcome known ? new State.Ended(known) : PROCESSING;
    }

    @Override
    public String toString() {
        return "Prediction[id=%s, model=%s, createdAt=%s, timeline=%s, outcome=%s]"
                .formatted(id, model, createdAt, timeline, outcome());
    }
}
