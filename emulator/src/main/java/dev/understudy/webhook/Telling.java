package dev.understudy.webhook;

import dev.understudy.prediction.State;
import java.util.Optional;

/** Writes what one receiver is told of a job's end. It must not wait. */
@FunctionalInterface
public interface Telling {

    /**
     * @param sandbox the reference of the sandbox that tells; URLs of its files name it
     * @return empty if this end is not told to this receiver; then nothing is sent, and no fault is asked for
     */
    Optional<Notice> of(State.Ended end, String sandbox);
}
