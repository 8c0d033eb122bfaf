package dev.understudy.contract.cassette;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * One job from its submit to its end, or all calls of a session that belong to no job.
 *
 * @param name of its file, without the ending
 * @param upstream the origin that was recorded
 * @param kit the version of the kit that recorded it
 * @param recordedAt when the session began
 * @param beganMs when the job was submitted, in milliseconds after the session began
 * @param id of the job; empty for calls that belong to none
 * @param model of the job; empty for calls that belong to none
 * @param priceUsd of the submit by the price list; zero where nobody is charged
 * @param complete whether the job was seen to end, and the webhook that it was asked for to arrive
 * @param sanitizers the ids of those that had taken something out of the session by then
 * @param steps in the order in which they began
 */
record Cassette(
        String name,
        URI upstream,
        String kit,
        Instant recordedAt,
        long beganMs,
        String id,
        String model,
        BigDecimal priceUsd,
        boolean complete,
        List<String> sanitizers,
        List<Step> steps) {
    /** The version of the file format. */
    static final int SCHEMA = 1;

    static final String CALLS = "calls";

    Cassette {
        sanitizers = List.copyOf(sanitizers);
        steps = List.copyOf(steps);
    }

    boolean isJob() {
        return !id.isEmpty();
    }
}
