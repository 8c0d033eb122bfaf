package dev.understudy.prediction;

import java.time.Duration;
import java.time.Instant;

/** When a job leaves the queue and when it ends, on its sandbox's clock. */
public sealed interface Timeline permits Timed, Stepped {

    /** Not before the job was submitted; {@link Instant#MAX} while nobody knows. */
    Instant starts();

    /** Not before {@link #starts}; {@link Instant#MAX} while nobody knows, or if it never ends. */
    Instant ends();

    Stage stage(Instant now);

    /** The same start with a later end. A job that moves by steps has no times to shift. */
    Timeline stretchedBy(Duration extra);

    /** The same start and no end. */
    Timeline withoutEnd();

    /** Whether it will not end, whatever happens. */
    boolean endless();

    /** One that stands where this one does and then goes its own way. */
    Timeline copy();

    /** Its times as they are known now, which move no more. */
    Timed known();

    default boolean endKnown() {
        return !ends().equals(Instant.MAX);
    }

    /** How long the work took; for a timeline whose end is known. */
    default Duration processing() {
        return Duration.between(starts(), ends());
    }
}
