package dev.understudy.client;

import java.time.Duration;

/** HTTP 429: too many tasks a minute, or too many at once, for the account's level. */
public final class RateLimitedException extends ApiException {
    private static final long serialVersionUID = 1L;

    RateLimitedException(Call call, int status, Integer code, String detail, Duration retryAfter) {
        super(call, status, code, detail, retryAfter);
    }
}
