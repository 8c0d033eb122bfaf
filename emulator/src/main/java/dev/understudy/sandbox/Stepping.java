package dev.understudy.sandbox;

import dev.understudy.prediction.Prediction;
import dev.understudy.prediction.State;
import dev.understudy.prediction.Stepped;
import dev.understudy.webhook.Webhooks;
import java.time.InstantSource;
import java.util.function.Consumer;

/** Moves the jobs whose timelines move by polls or by steps, and tells of their ends those who have to know. */
final class Stepping {

    private final InstantSource clock;
    private final Ledger ledger;
    private final Webhooks webhooks;
    private final Endings endings;

    Stepping(InstantSource clock, Ledger ledger, Webhooks webhooks, Endings endings) {
        this.clock = clock;
        this.ledger = ledger;
        this.webhooks = webhooks;
        this.endings = endings;
    }

    /** The state that a poll of the job's owner sees, and may have caused. */
    State poll(Prediction job) {
        if (job.timeline() instanceof Stepped stepped) {
            return job.at(
                    told(job, stepped.poll(clock.instant(), toLedger(job))).to().stage());
        }
        return job.at(clock.instant());
    }

    /** Moves a job one state further. */
    Stepped.Move step(Prediction job, Stepped timeline) {
        return told(job, timeline.step(clock.instant(), toLedger(job)));
    }

    // The ledger goes first: whoever sees a failed job ended finds its money back.
    private Consumer<Stepped.Progress> toLedger(Prediction job) {
        return moved -> ledger.timed(job.id(), moved.starts(), moved.ends());
    }

    private Stepped.Move told(Prediction job, Stepped.Move move) {
        if (move.ends()) {
            webhooks.endKnown(job.id());
            endings.endKnown(job.id());
        }
        return move;
    }
}
