package dev.understudy.sandbox;

import dev.understudy.journal.hygiene.Jobs;
import dev.understudy.prediction.Outcome;
import dev.understudy.prediction.State;
import java.math.BigDecimal;
import java.util.Optional;

/** What a sandbox knows of its jobs, for those who judge its client. */
record KnownJobs(Sandbox sandbox) implements Jobs {

    @Override
    public boolean hasEnded(String id) {
        return sandbox.prediction(id)
                .map(job -> job.at(sandbox.clock().instant()))
                .filter(state -> state instanceof State.Ended ended && !(ended.outcome() instanceof Outcome.Deleted))
                .isPresent();
    }

    @Override
    public Optional<BigDecimal> price(String id) {
        return sandbox.ledger().price(id);
    }
}
