package dev.understudy.client;

import java.time.Duration;
import java.util.Set;

/**
 * How often a failed request is repeated, and after which pauses: {@code baseDelay} doubled each time up to {@code
 * maxDelay}, less a random share of up to {@code jitter}. A {@code Retry-After} is obeyed up to {@code maxRetryAfter}.
 *
 * @param attempts how often a request is sent at most, 1 or more; 1 means no retry
 * @param jitter the share of the pause that chance may take away, 0 to 1
 */
public record RetryPolicy(int attempts, Duration baseDelay, Duration maxDelay, double jitter, Duration maxRetryAfter) {
    /** The set that the vendor's own JavaScript and Python clients repeat a poll on. */
    private static final Set<Integer> TRANSIENT = Set.of(429, 500, 502, 503, 504);

    public RetryPolicy {
        if (attempts < 1 || !(jitter >= 0 && jitter <= 1) || baseDelay.isNegative() || maxRetryAfter.isNegative()) {
            throw new IllegalArgumentException("attempts >= 1, 0 <= jitter <= 1, no negative delays");
        }
    }

    /**
     * Five attempts, 2 s doubled up to 16 s, up to half of it random, {@code Retry-After} up to a minute: never less than
     * the second that the vendor's own clients begin with.
     */
    public static RetryPolicy standard() {
        return new RetryPolicy(5, Duration.ofSeconds(2), Duration.ofSeconds(16), 0.5, Duration.ofMinutes(1));
    }

    boolean repeats(WaveSpeedException failure, int attempt) {
        boolean passing = failure instanceof ConnectionException
                || failure instanceof ApiException answer && TRANSIENT.contains(answer.status());
        return passing && attempt < attempts;
    }

    /** @param chance 0 to 1 */
    Duration delay(WaveSpeedException failure, int attempt, double chance) {
        double full = Math.min(baseDelay.toMillis() * Math.pow(2, attempt - 1), maxDelay.toMillis());
        long asked =
                failure instanceof ApiException answer && answer.retryAfter().isPresent()
                        ? Math.min(answer.retryAfter().get().toMillis(), maxRetryAfter.toMillis())
                        : 0;
        return Duration.ofMillis(Math.max(asked, (long) (full * (1 - jitter * chance))));
    }
}
