package dev.understudy.webhook;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What one receiver can know a delivery by.
 *
 * @param secret empty if none was agreed on; then nothing is sent that proves anything
 */
public record Seal(Manner manner, Optional<String> secret) {

    public static Seal of(Manner manner, String secret) {
        return new Seal(manner, Optional.of(secret));
    }

    public static Seal without(Manner manner) {
        return new Seal(manner, Optional.empty());
    }

    Map<String, String> headers(Notice notice, Instant at) {
        return secret.map(known -> manner.headers(notice, at, known)).orElse(Map.of());
    }

    boolean proves(Map<String, String> headers, byte[] body) {
        return secret.filter(known -> manner.proves(headers, body, known)).isPresent();
    }

    /** The same with another secret, where there is one. */
    Seal by(String other) {
        return new Seal(manner, secret.map(known -> other));
    }

    /** Without the secret, which must not come into a log. */
    @Override
    public String toString() {
        return "Seal[" + manner.getClass().getSimpleName() + "]";
    }
}
