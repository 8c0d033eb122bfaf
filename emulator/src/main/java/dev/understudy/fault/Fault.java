package dev.understudy.fault;

import java.time.Duration;

/** One misbehaviour. */
public sealed interface Fault {

    /** The model does not exist any more; submitting to it is refused. */
    record Gone() implements Fault {}

    /** For a while, every call is answered that the service is unavailable. */
    record Outage() implements Fault {}

    /** Another model does the work, and the answer does not say so. */
    record Fallback(String model) implements Fault {}

    /** The job runs longer than it should and then fails. */
    record LateFailure(Duration delay, String error) implements Fault {}
}
