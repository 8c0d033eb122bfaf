package dev.understudy.http;

import dev.understudy.fault.Fault;
import dev.understudy.metrics.Metrics;
import dev.understudy.sandbox.Refused;
import dev.understudy.sandbox.Visit;

/** Counts calls when their answers are there. */
record Counter(Metrics metrics) {

    private static final String NOBODYS = "none";

    void answered(Visit visit, int status) {
        metrics.answered(visit.operation(), status, System.nanoTime() - visit.arrived());
        visit.struck()
                .forEach(struck -> metrics.struck(struck.word(), struck.place().word()));
        visit.refusal().map(Refused::reason).ifPresent(reason -> limited(visit, reason));
    }

    /** Nothing is served under the path. */
    void unrouted(int status) {
        metrics.answered(NOBODYS, status, 0);
    }

    // A fault may say that a limit was reached where none was.
    private void limited(Visit visit, Refused.Reason reason) {
        boolean onPurpose = visit.struck().stream().anyMatch(one -> one.fault() instanceof Fault.RateLimited);
        if (!onPurpose && reason == Refused.Reason.TOO_MANY_PER_MINUTE) {
            metrics.refused("per-minute");
        } else if (!onPurpose && reason == Refused.Reason.TOO_MANY_AT_ONCE) {
            metrics.refused("concurrency");
        }
    }
}
