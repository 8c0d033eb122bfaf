package dev.understudy.sandbox;

import dev.understudy.prediction.Timeline;
import java.time.Instant;

/**
 * What a ledger knows of a job: no more than it needs, so that it keeps neither inputs nor outputs alive.
 *
 * @param starts when it leaves the queue; {@link Instant#MAX} until that is known
 * @param due when its time is over; {@link Instant#MAX} until that is known
 * @param fate whether its money goes back when it ends
 * @param ends {@link Instant#MAX} until both its time and its fate are known
 */
record BilledJob(LedgerEntry charge, Instant starts, Instant due, Fate fate, Instant ends) {

    /** How a job is going to end. */
    enum Fate {
        OPEN,
        COMPLETES,
        FAILS,
        CANCELLED
    }

    static BilledJob begun(LedgerEntry charge, Timeline timeline) {
        return new BilledJob(charge, timeline.starts(), timeline.ends(), Fate.OPEN, Instant.MAX);
    }

    /** Its times have become known. */
    BilledJob timed(Instant itStarts, Instant itIsDue, Instant now) {
        if (fate == Fate.CANCELLED) {
            return this;
        }
        return new BilledJob(charge, itStarts, itIsDue, fate, Instant.MAX).ended(now);
    }

    /** Its fate has become known. */
    BilledJob ending(boolean failing, Instant now) {
        if (fate == Fate.CANCELLED) {
            return this;
        }
        return new BilledJob(charge, starts, due, failing ? Fate.FAILS : Fate.COMPLETES, Instant.MAX).ended(now);
    }

    /** It has been called off, and what becomes known of it later changes nothing. */
    BilledJob cancelled(Instant now) {
        return new BilledJob(charge, starts.isBefore(now) ? starts : now, now, Fate.CANCELLED, now);
    }

    // It ends when the second of the two is known, but not before its time.
    private BilledJob ended(Instant now) {
        boolean known = fate != Fate.OPEN && !due.equals(Instant.MAX);
        return known ? new BilledJob(charge, starts, due, fate, due.isAfter(now) ? due : now) : this;
    }

    /** Whether its money is going to go back, and when. */
    boolean refundable() {
        return goesBack() && !ends.equals(Instant.MAX);
    }

    private boolean goesBack() {
        return fate == Fate.FAILS || fate == Fate.CANCELLED;
    }

    /** Whether something may still be learned about it that moves money. */
    boolean open() {
        return fate == Fate.OPEN || fate == Fate.FAILS && ends.equals(Instant.MAX);
    }

    boolean refundedAt(Instant now) {
        return goesBack() && !now.isBefore(ends);
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
        return goesBack() ? Billing.Status.FAILED : Billing.Status.COMPLETED;
    }
}
