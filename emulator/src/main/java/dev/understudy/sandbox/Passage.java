package dev.understudy.sandbox;

import dev.understudy.prediction.Prediction;
import dev.understudy.prediction.State;
import dev.understudy.prediction.Stepped;
import dev.understudy.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One push of a sandbox's clock, or one round of steps: makes it happen, waits until what it set off is over, and tells
 * what that was. What is being read or told when it begins is read and told before anything moves, so that each job ends and
 * each retry goes at its own time.
 */
final class Passage {

    private final World world;
    private final Firing firing = new Firing();
    private final List<Prediction> steppedOver = new ArrayList<>();
    private final long readBy;
    private final long toldBy;
    private long steps;

    private Passage(World world, Settings settings) {
        long now = System.nanoTime();
        this.world = world;
        this.readBy = now + settings.fetchTimeout().plusSeconds(1).toNanos();
        this.toldBy = readBy + settings.webhookTimeout().plusSeconds(1).toNanos();
    }

    /** What a passage does, in the middle. */
    @FunctionalInterface
    interface Moving {
        void through(Passage passage);
    }

    /** Those of one sandbox take turns. */
    static Fired of(World world, Settings settings, Moving moving) {
        world.turn.lock();
        try {
            return new Passage(world, settings).run(moving);
        } finally {
            world.turn.unlock();
        }
    }

    /** Pushes the clock. */
    void push(Duration by) {
        world.clock.advance(by, () -> world.webhooks.settle(toldBy));
    }

    /** Moves a job one state further, if it has one to go to. */
    void step(Prediction job, Stepped timeline) {
        Stepped.Move move = world.stepping.step(job, timeline);
        State from = job.at(move.from());
        State to = job.at(move.to().stage());
        if (!from.equals(to)) {
            Instant at = to instanceof State.Processing
                    ? move.to().starts()
                    : move.to().ends();
            firing.add(new Event.Transition(at, job.id(), from, to), steps++);
        } else if (move.ends()) {
            steppedOver.add(job);
        }
    }

    private Fired run(Moving moving) {
        world.watch.begin(firing);
        try {
            Survey before = Survey.of(world);
            world.probes.await(readBy);
            world.webhooks.settle(toldBy);
            world.remarks.tellAll();
            moving.through(this);
            boolean read = world.probes.await(readBy);
            world.webhooks.releaseHeld();
            boolean told = world.webhooks.settle(toldBy);
            Instant now = world.clock.instant();
            before.report(world, now, firing);
            steppedOver.forEach(job -> late(job, now));
            return firing.fired(now, read && told);
        } finally {
            world.watch.end();
        }
    }

    // A step took its time away, and its clip was read after that.
    private void late(Prediction job, Instant now) {
        if (job.at(now) instanceof State.Ended ended) {
            Instant at = firing.knownAt(job.id(), job.timeline().ends());
            firing.add(new Event.Transition(at, job.id(), new State.Processing(), ended), steps++);
        }
    }
}
