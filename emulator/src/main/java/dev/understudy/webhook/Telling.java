package dev.understudy.webhook;

import dev.understudy.prediction.State;

/** Writes what is told of a job's end. It must not wait. */
@FunctionalInterface
public interface Telling {

    /** @param sandbox the reference of the sandbox that tells; URLs of its files name it */
    byte[] of(State.Ended end, String sandbox);
}
