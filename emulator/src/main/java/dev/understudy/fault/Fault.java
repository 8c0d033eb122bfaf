package dev.understudy.fault;

import java.time.Duration;
import java.util.Optional;

/** One misbehaviour. The four kinds say where it acts; at each place at most one acts on a call or a job. */
public sealed interface Fault {

    /** Refuses a call before anything is done. */
    sealed interface AtAdmission extends Fault {}

    /** Spoils the bytes of an answer, whatever it says; the call itself is carried out. */
    sealed interface OnWire extends Fault {}

    /** Changes how a job goes. */
    sealed interface InJob extends Fault {}

    /** Spoils the telling of a job's end. */
    sealed interface OnWebhook extends Fault {}

    /**
     * 429.
     *
     * @param limit which of the two limits is said to be reached
     * @param retryAfter what the header says; empty for none, since the real service documents none
     */
    record RateLimited(Limit limit, Optional<Duration> retryAfter) implements AtAdmission {
        /** The limits of an account level. */
        public enum Limit {
            PER_MINUTE,
            CONCURRENCY
        }
    }

    /** 401, whatever the key. */
    record Unauthorized() implements AtAdmission {}

    /** 403. */
    record Forbidden() implements AtAdmission {}

    /** The balance does not cover the job, whatever there is. */
    record NoCredit() implements AtAdmission {}

    /** The model does not exist any more; submitting to it is refused. */
    record Gone() implements AtAdmission {}

    /** A 5xx in the dialect's own shape, 500 to 599. A 503 in windows of time is an outage. */
    record ServerError(int status) implements AtAdmission {}

    /** The page of HTML, with a 504, that a proxy in front of the service gives. */
    record GatewayTimeout() implements AtAdmission {}

    /** The answer comes later, in real time. */
    record Delay(Duration by) implements OnWire {}

    /** The connection is reset in place of an answer. */
    record Reset() implements OnWire {}

    /** The connection ends without a byte of an answer. */
    record EmptyReply() implements OnWire {}

    /** The head of the answer promises more bytes than come. */
    record Truncated() implements OnWire {}

    /** A body that is not what its content type says. */
    record Malformed() implements OnWire {}

    /** The body comes in small pieces, in real time. */
    record Dribble(Duration over) implements OnWire {}

    /**
     * The job fails at its end.
     *
     * @param error what it says; empty for the words that the service is known to use, or the name of its code
     */
    record Fails(Kind kind, String error) implements InJob {
        /** What is said to be the matter; a dialect has its own code for each. */
        public enum Kind {
            MISSING_PARAMETER,
            INVALID_PARAMETER,
            MEDIA_UNAVAILABLE,
            EXECUTION_FAILED,
            TASK_FAILED,
            INTERNAL,
            UNAVAILABLE,
            TIMEOUT
        }
    }

    /** The job fails at its end, because somebody takes offence. */
    record Moderated(String error) implements InJob {}

    /** The job never ends. */
    record Stuck() implements InJob {}

    /** The job takes longer. */
    record Slow(Duration by) implements InJob {}

    /** The job runs longer than it should and then fails. */
    record LateFailure(Duration delay, String error) implements InJob {}

    /** The job completes, and has made nothing. */
    record EmptyOutputs() implements InJob {}

    /**
     * Another model does the work.
     *
     * @param announced whether the answer names it
     */
    record Fallback(String model, boolean announced) implements InJob {}

    /** So many reads of the ended job still show it at work. */
    record StaleRead(int polls) implements InJob {}

    /** So long after its submission, nobody knows the job any more. */
    record Vanish(Duration after) implements InJob {}

    /** A wait in sync mode runs into the service's own limit at once. */
    record SyncTimeout() implements InJob {}

    /** No attempt is made. */
    record Lost() implements OnWebhook {}

    /** It comes twice. */
    record Duplicate() implements OnWebhook {}

    /** It comes after the next one to the same receiver. */
    record OutOfOrder() implements OnWebhook {}

    /** Its signature does not match. */
    record BadSignature() implements OnWebhook {}

    /** It is signed, correctly, for a time in the past. */
    record OldTimestamp(Duration age) implements OnWebhook {}
}
