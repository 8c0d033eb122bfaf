package dev.understudy.client;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** The service answered, and the answer is a refusal or cannot be read. */
public sealed class ApiException extends WaveSpeedException permits RateLimitedException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final Integer code;
    private final Duration retryAfter;

    ApiException(Call call, int status, Integer code, String detail, Duration retryAfter) {
        super(call.name() + ": HTTP " + status + ": " + detail, call.id(), null);
        this.status = status;
        this.code = code;
        this.retryAfter = retryAfter;
    }

    /** The HTTP status; 200 when the refusal, or the damage, was inside the body. */
    public int status() {
        return status;
    }

    /** The {@code code} of the envelope, absent when the body had none (an HTML error page, for one). */
    public OptionalInt code() {
        return code == null ? OptionalInt.empty() : OptionalInt.of(code);
    }

    /** How long the server asked to wait; WaveSpeed documents no such header, so expect it to be absent. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
