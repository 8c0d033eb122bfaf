package dev.understudy.prediction;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * A timeline that moves when it is told to: with the polls of the job's owner, or by steps that somebody asks for. Its
 * times become known as it moves. Moves are atomic: whoever causes one sees it, and nobody sees two in another order.
 */
public final class Stepped implements Timeline {

    private static final Progress NEW = new Progress(0, Stage.QUEUED, Instant.MAX, Instant.MAX);

    private final Plan plan;
    private final AtomicReference<Progress> progress;

    private Stepped(Plan plan, Progress progress) {
        this.plan = plan;
        this.progress = new AtomicReference<>(progress);
    }

    /**
     * One that moves with polls.
     *
     * @param queued how many polls find the job waiting
     * @param processing how many after those find it at work; the next one finds it ended
     */
    public static Stepped byPolls(int queued, int processing) {
        return new Stepped(new Plan(true, queued, processing, false), NEW);
    }

    /** One that moves by {@link #step} only. */
    public static Stepped byHand() {
        return new Stepped(new Plan(false, 0, 0, false), NEW);
    }

    /**
     * What a timeline has gone through.
     *
     * @param polls how many polls have counted
     */
    public record Progress(int polls, Stage stage, Instant starts, Instant ends) {

        private Progress movedTo(Stage next, Instant now) {
            Instant began = stage == Stage.QUEUED && next != Stage.QUEUED ? now : starts;
            // The clock may have been read before the move that came before this one.
            Instant over = next == Stage.OVER ? (now.isBefore(began) ? began : now) : ends;
            return new Progress(polls, next, began, over);
        }

        private Progress afterPolls(int number) {
            return new Progress(number, stage, starts, ends);
        }
    }

    /** A move from one stage to another. */
    public record Move(Stage from, Progress to) {

        public boolean moved() {
            return from != to.stage();
        }

        public boolean ends() {
            return moved() && to.stage() == Stage.OVER;
        }
    }

    private record Plan(boolean byPolls, int queued, int processing, boolean endless) {

        private Stage afterPolls(int polls) {
            if (polls <= queued) {
                return Stage.QUEUED;
            }
            return endless || polls - queued <= processing ? Stage.PROCESSING : Stage.OVER;
        }

        private Stage after(Stage stage) {
            return stage == Stage.QUEUED || endless ? Stage.PROCESSING : Stage.OVER;
        }
    }

    /**
     * Counts a poll of the job's owner.
     *
     * @param first is told of a move before anybody can see it
     */
    public Move poll(Instant now, Consumer<Progress> first) {
        Progress seen = progress.get();
        return plan.byPolls && seen.stage != Stage.OVER ? count(now, first) : new Move(seen.stage, seen);
    }

    /**
     * Goes one stage further, unless there is none.
     *
     * @param first is told of a move before anybody can see it
     */
    public synchronized Move step(Instant now, Consumer<Progress> first) {
        Progress seen = progress.get();
        // The polls that were to find it waiting are spared.
        Progress spared = seen.afterPolls(Math.max(seen.polls, plan.queued));
        return seen.stage == Stage.OVER
                ? new Move(Stage.OVER, seen)
                : move(seen, spared.movedTo(plan.after(seen.stage), now), first);
    }

    private synchronized Move count(Instant now, Consumer<Progress> first) {
        Progress seen = progress.get();
        if (seen.stage == Stage.OVER || plan.endless && seen.stage == Stage.PROCESSING) {
            return new Move(seen.stage, seen);
        }
        int polls = seen.polls + 1;
        return move(seen, seen.afterPolls(polls).movedTo(plan.afterPolls(polls), now), first);
    }

    private Move move(Progress from, Progress to, Consumer<Progress> first) {
        if (from.stage != to.stage) {
            first.accept(to);
        }
        progress.set(to);
        return new Move(from.stage, to);
    }

    @Override
    public Instant starts() {
        return progress.get().starts;
    }

    @Override
    public Instant ends() {
        return progress.get().ends;
    }

    /** The same at any time. */
    @Override
    public Stage stage(Instant now) {
        return progress.get().stage;
    }

    @Override
    public Stepped stretchedBy(Duration extra) {
        return this;
    }

    @Override
    public Stepped withoutEnd() {
        return new Stepped(new Plan(plan.byPolls, plan.queued, plan.processing, true), progress.get());
    }

    @Override
    public boolean endless() {
        return plan.endless;
    }

    @Override
    public Timed known() {
        Progress now = progress.get();
        return Timed.of(now.starts, now.ends);
    }

    @Override
    public Stepped copy() {
        return new Stepped(plan, progress.get());
    }
}
