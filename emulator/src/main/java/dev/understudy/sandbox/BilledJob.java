package dev.understudy.sandbox;

import java.time.Instant;

/**
 * What a ledger knows of a job: no more than it needs, so that it keeps neither inputs nor outputs alive.
 *
 * @param ends {@link Instant#MAX} until it is known how the job ends
 * @param fails whether its money goes back when it ends
 */
record BilledJob(LedgerEntry charge, Instant starts, Instant ends, boolean fails) {

    static BilledJob begun(LedgerEntry charge, Instant starts) {
        return new BilledJob(charge, starts, Instant.MAX, false);
    }

    BilledJob ending(Instant at, boolean failed) {
        return new BilledJob(charge, starts, at, failed);
    }

    boolean foreseen() {
        return !ends.equals(Instant.MAX);
    }

    boolean refundedAt(Instant now) {
        return fails && !now.isBefore(ends);
    }

    LedgerEntry refund() {
        return new LedgerEntry(LedgerEntry.Kind.REFUND, charge.prediction(), charge.model(), charge.price(), ends);
    }

    Billing.Status at(Instant now) {
        if (now.isBefore(starts)) {
            return Billing.Status.QUEUED;
        }
        if (now.isBefore(ends)) {
            return Billing.Status.PROCESSING;
        }
        return fails ? Billing.Status.FAILED : Billing.Status.COMPLETED;
    }
}
