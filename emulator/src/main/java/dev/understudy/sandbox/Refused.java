package dev.understudy.sandbox;

/** A call that is not carried out. A dialect gives it its own shape; the message is for the caller to read. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why a call is refused. */
    public enum Reason {
        /** The call itself is at fault: bad JSON, a missing or impossible parameter. */
        INVALID,
        UNAUTHORIZED,
        NO_SUCH_PREDICTION,
        NO_SUCH_MODEL,
        NO_SUCH_ROUTE,
        /** Something that can be made once is there already. */
        EXISTS_ALREADY,
        TOO_LARGE,
        /** The balance does not cover the job. */
        NO_CREDIT,
        TOO_MANY_PER_MINUTE,
        TOO_MANY_AT_ONCE,
        /** The service is down for a while. */
        UNAVAILABLE,
        /** A mistake of the emulator itself. */
        INTERNAL
    }

    private final Reason reason;

    public Refused(Reason reason, String message) {
        // No stack trace: a refusal is an answer, not an accident, and a busy server gives many.
        super(message, null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
