package dev.understudy.sandbox;

import java.time.Duration;
import java.time.Instant;

/**
 * How long predictions, what they made and what was uploaded are kept: seven days on the sandbox's clock, as the
 * provider's documentation has it. Nothing wakes up to throw things away; whoever looks next does it. Characters are
 * kept for good.
 */
final class Retention {

    static final Duration KEPT = Duration.ofDays(7);

    private Retention() {}

    static boolean isOver(Instant since, Instant now) {
        return !now.isBefore(since.plus(KEPT));
    }
}
