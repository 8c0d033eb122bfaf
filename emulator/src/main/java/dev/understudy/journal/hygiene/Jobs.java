package dev.understudy.journal.hygiene;

import java.math.BigDecimal;
import java.util.Optional;

/** What is known of jobs beyond what the journal says. */
public interface Jobs {

    /** Whether a job has ended by now; one that was deleted or is not known any more has not. */
    boolean hasEnded(String id);

    /** What a job was charged for, in US dollars. */
    Optional<BigDecimal> price(String id);
}
