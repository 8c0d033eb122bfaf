package dev.understudy.sandbox;

import java.time.Instant;
import java.util.List;

/**
 * What came of a push of the clock, or of a step.
 *
 * @param now the time in the sandbox after it
 * @param events in the order of their times; of equal ones transitions come first, then webhooks, refills and expiries,
 *     each in the order in which they were begun; the first {@link #MOST}
 * @param more how many further events there were
 * @param settled whether everything that was due is over; false if a clip was still being read, or a webhook still
 *     waiting for its answer, when the longest time that one may take had passed
 */
public record Fired(Instant now, List<Event> events, long more, boolean settled) {

    /** Events that are told. */
    public static final int MOST = 10_000;

    public Fired {
        events = List.copyOf(events);
    }
}
