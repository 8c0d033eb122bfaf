package dev.understudy.sandbox;

import dev.understudy.prediction.Prediction;
import dev.understudy.prediction.Stage;
import dev.understudy.prediction.Stepped;
import dev.understudy.settings.Settings;
import dev.understudy.time.ClockMode;
import dev.understudy.time.SandboxClock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What makes the time of one sandbox go on, and the jobs that do not wait for it. Each call returns when what it set off
 * is over: clips and images are read, webhooks were attempted. It waits no longer than one of each may take, and calls
 * of one sandbox take turns. Not for a thread that must not wait.
 */
public final class SandboxTime {

    private final World world;
    private final Settings settings;

    SandboxTime(World world, Settings settings) {
        this.world = world;
        this.settings = settings;
    }

    /**
     * Pushes the clock, and has everything happen that falls due on the way, in order.
     *
     * @param by zero or more
     * @throws Refused if it is negative, or leads beyond the times that a clock can show
     */
    public Fired advance(Duration by) {
        if (by.isNegative()) {
            throw Refused.field("by", "by must not be negative: the clock of a sandbox goes forward");
        }
        requireInRange("by", by);
        return Passage.of(world, settings, passage -> passage.push(by));
    }

    /**
     * Pushes the clock to a time.
     *
     * @throws Refused if it is over already
     */
    public Fired advanceTo(Instant time) {
        return Passage.of(world, settings, passage -> {
            Duration by = Duration.between(world.clock.instant(), inRange("to", time));
            if (by.isNegative()) {
                throw Refused.field(
                        "to", "to must not be before the sandbox's time, which is " + world.clock.instant());
            }
            passage.push(by);
        });
    }

    /** Has the clock go on in another way, from where it stands. Waits for nothing but a push that is going on. */
    public void run(ClockMode mode) {
        world.turn.lock();
        try {
            world.clock.run(mode);
            world.remarks.tellAll();
        } finally {
            world.turn.unlock();
        }
    }

    /**
     * Sets the clock. Forward, that is a push. Back, it may go only while nothing has happened in the sandbox.
     *
     * @param now the time that it is to show
     * @param mode how it goes on from then; as before if empty
     * @throws Refused if it would have to go back over something that has happened; nothing is changed then
     */
    public Fired set(Instant now, Optional<ClockMode> mode) {
        inRange("now", now);
        return Passage.of(world, settings, passage -> {
            ClockMode before = world.clock.mode();
            world.clock.freeze();
            try {
                show(now, passage);
                world.clock.run(mode.orElse(before));
            } catch (Refused e) {
                world.clock.run(before);
                throw e;
            }
        });
    }

    /**
     * Moves a job one state further that moves by steps or polls; one that has ended stays.
     *
     * @throws Refused if there is no such job, or time moves it
     */
    public Fired step(String prediction) {
        return Passage.of(world, settings, passage -> {
            Prediction job = world.predictions
                    .find(prediction)
                    .orElseThrow(() ->
                            new Refused(Refused.Reason.NO_SUCH_PREDICTION, "this key has no prediction " + prediction));
            if (job.timeline() instanceof Stepped timeline) {
                passage.step(job, timeline);
            } else if (job.timeline().stage(world.clock.instant()) != Stage.OVER) {
                throw new Refused(
                        Refused.Reason.CONFLICT,
                        "time moves this job; advance the clock, or submit it with the progression manual");
            }
        });
    }

    /** Moves each job one state further that moves by steps or polls, in the order of their submission. */
    public Fired stepAll() {
        return Passage.of(world, settings, passage -> {
            for (Prediction job : world.predictions.all()) {
                if (job.timeline() instanceof Stepped timeline) {
                    passage.step(job, timeline);
                }
            }
        });
    }

    private void show(Instant time, Passage passage) {
        boolean fresh = world.predictions.still(() -> {
            if (world.isUntouched()) {
                world.beginAt(time);
                return true;
            }
            return false;
        });
        if (!fresh) {
            Duration by = Duration.between(world.clock.instant(), time);
            if (by.isNegative()) {
                throw new Refused(
                        Refused.Reason.CONFLICT,
                        "the clock cannot go back from %s to %s: something has happened in this sandbox; reset it first"
                                .formatted(world.clock.instant(), time));
            }
            passage.push(by);
        }
    }

    private void requireInRange(String field, Duration by) {
        try {
            inRange(field, world.clock.instant().plus(by));
        } catch (DateTimeException | ArithmeticException e) {
            throw outOfRange(field);
        }
    }

    private static Instant inRange(String field, Instant time) {
        try {
            return SandboxClock.inRange(time);
        } catch (IllegalArgumentException e) {
            throw outOfRange(field);
        }
    }

    private static Refused outOfRange(String field) {
        return Refused.field(field, field + " leads to a time that a clock cannot show; it shows 1970 to 9999");
    }
}
