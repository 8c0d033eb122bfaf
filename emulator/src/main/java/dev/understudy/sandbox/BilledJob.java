package dev.understudy.sandbox;

import dev.understudy.prediction.Stage;
import dev.understudy.prediction.Timed;
import java.time.Duration;
import java.time.Instant;

/**
 * What a ledger knows of a job: no more than it needs, so that it keeps neither inputs nor outputs alive.
 *
 * @param times as far as they are known
 * @param fate whether its money goes back when it ends
 * @param late how long after its time it ends; its fate may become known later than that
 */
record BilledJob(LedgerEntry charge, Timed times, Fate fate, Duration late) {

    /** How a job is going to end. */
    enum Fate {
        OPEN,
        COMPLETES,
        FAILS,
        CANCELLED
    }

    static BilledJob begun(LedgerEntry charge) {
        return new BilledJob(charge, charge.times(), Fate.OPEN, Duration.ZERO);
    }

    /** One of which there is no more to say than its charge does: it completes, at the time that it was given. */
    static BilledJob asCharged(LedgerEntry charge) {
        return new BilledJob(charge, charge.times(), Fate.COMPLETES, Duration.ZERO);
    }

    boolean isAsCharged() {
        return fate == Fate.COMPLETES && late.isZero() && times.equals(charge.times());
    }

    /** Its times have become known. */
    BilledJob timed(Instant itStarts, Instant itIsDue, Instant now) {
        return learned(Timed.of(itStarts, itIsDue), fate, now);
    }

    /** Its fate has become known. */
    BilledJob ending(boolean failing, Instant now) {
        return learned(times, failing ? Fate.FAILS : Fate.COMPLETES, now);
    }

    /** It has been called off, and what becomes known of it later changes nothing. */
    BilledJob cancelled(Instant now) {
        Instant starts = times.starts().isBefore(now) ? times.starts() : now;
        return new BilledJob(charge, Timed.of(starts, now), Fate.CANCELLED, Duration.ZERO);
    }

    // It ends when the second of the two is known, but not before its time.
    private BilledJob learned(Timed itsTimes, Fate itsFate, Instant now) {
        if (fate == Fate.CANCELLED) {
            return this;
        }
        Instant due = itsTimes.ends();
        return new BilledJob(charge, itsTimes, itsFate, due.isAfter(now) ? Duration.ZERO : Duration.between(due, now));
    }

    private boolean endKnown() {
        return fate != Fate.OPEN && times.endKnown();
    }

    /** {@link Instant#MAX} until both its time and its fate are known. */
    Instant ends() {
        return endKnown() ? times.ends().plus(late) : Instant.MAX;
    }

    /** Whether its money is going to go back, and when. */
    boolean refundable() {
        return goesBack() && endKnown();
    }

    private boolean goesBack() {
        return fate == Fate.FAILS || fate == Fate.CANCELLED;
    }

    /** Whether something may still be learned about it that moves money. */
    boolean open() {
        return fate == Fate.OPEN || fate == Fate.FAILS && !endKnown();
    }

    boolean refundedAt(Instant now) {
        return goesBack() && !now.isBefore(ends());
    }

    LedgerEntry refund() {
        return new LedgerEntry(
                LedgerEntry.Kind.REFUND, charge.prediction(), charge.model(), charge.price(), ends(), charge.times());
    }

    Billing.Status at(Instant now) {
        if (times.stage(now) == Stage.QUEUED) {
            return Billing.Status.QUEUED;
        }
        if (now.isBefore(ends())) {
            return Billing.Status.PROCESSING;
        }
        return goesBack() ? Billing.Status.FAILED : Billing.Status.COMPLETED;
    }
}
