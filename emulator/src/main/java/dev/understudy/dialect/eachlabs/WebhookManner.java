package dev.understudy.dialect.eachlabs;

import dev.understudy.webhook.Manner;
import dev.understudy.webhook.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Sends the secret that came with the job, as it came and only if one did. The provider's page on webhooks says so, and
 * that there are three attempts in all, about ten seconds apart. Nothing is signed and nothing is dated.
 */
final class WebhookManner implements Manner {

    private static final String HEADER = "x-webhook-secret";
    private static final List<Duration> BACKOFF = List.of(Duration.ofSeconds(10), Duration.ofSeconds(10));

    @Override
    public Map<String, String> headers(Notice notice, Instant at, String secret) {
        return Map.of(HEADER, secret);
    }

    @Override
    public boolean proves(Map<String, String> headers, byte[] body, String secret) {
        return secret.equals(headers.get(HEADER));
    }

    @Override
    public boolean dated() {
        return false;
    }

    @Override
    public List<Duration> backoff() {
        return BACKOFF;
    }
}
