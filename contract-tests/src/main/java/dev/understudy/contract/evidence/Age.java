package dev.understudy.contract.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long ago a case was last seen to hold on the real service. Decides what is looked at next, and fails nothing. */
public enum Age {
    FRESH,
    AGING,
    STALE,
    NEVER;

    private static final Duration FRESH_FOR = Duration.ofDays(30);
    private static final Duration AGING_FOR = Duration.ofDays(90);

    public static Age of(Optional<Instant> lastVerifiedAt, Instant now) {
        if (lastVerifiedAt.isEmpty()) {
            return NEVER;
        }
        Duration passed = Duration.between(lastVerifiedAt.get(), now);
        if (passed.compareTo(FRESH_FOR) <= 0) {
            return FRESH;
        }
        return passed.compareTo(AGING_FOR) <= 0 ? AGING : STALE;
    }
}
