package dev.understudy.sandbox;

import dev.understudy.prediction.State;
import java.time.Instant;

/** Something that happened in a sandbox because its time went on, or because a step was asked for. */
public sealed interface Event {

    /** When, on the sandbox's clock. */
    Instant at();

    /** A job went from one state to another. */
    record Transition(Instant at, String prediction, State from, State to) implements Event {}

    /**
     * A webhook was tried, or was found not to be sendable.
     *
     * @param at when the attempt began
     * @param number 1 for the first attempt
     * @param receiver scheme, host, port and path; the rest of a URL may hold secrets
     * @param accepted whether the receiver took it
     * @param result what came of it, such as {@code HTTP 200}
     */
    record Attempt(Instant at, String prediction, int number, String receiver, boolean accepted, String result)
            implements Event {}

    /** A minute ended within which only so many jobs may be submitted. */
    record Refill(Instant at) implements Event {}

    /**
     * The time was over for which something is kept.
     *
     * @param id of the upload or prediction; an output goes with its prediction
     */
    record Expiry(Instant at, Kept what, String id) implements Event {
        /** What is kept for a while. */
        public enum Kept {
            PREDICTION,
            OUTPUT,
            UPLOAD
        }
    }
}
