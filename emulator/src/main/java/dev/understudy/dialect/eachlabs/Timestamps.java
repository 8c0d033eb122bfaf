package dev.understudy.dialect.eachlabs;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times on the wire. */
final class Timestamps {

    private Timestamps() {}

    /** {@code 2026-12-08T18:15:00Z}, as in the provider's examples. */
    static String seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
