package dev.understudy.dialect.wavespeed;

import dev.understudy.webhook.Manner;
import dev.understudy.webhook.Notice;
import dev.understudy.webhook.StandardWebhooks;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Signs deliveries as the provider's page on verifying webhooks says: {@code v3,} and the code in hexadecimal. The key is
 * the secret without {@code whsec_}, taken as text; it looks like base64 but is not decoded. The page on webhooks has up
 * to three retries with exponential backoff and no lengths of time; ours are inferred.
 */
final class WebhookManner implements Manner {

    private static final StandardWebhooks SIGNING = new StandardWebhooks(
            secret -> secret.getBytes(StandardCharsets.UTF_8),
            code -> "v3," + HexFormat.of().formatHex(code));

    private static final List<Duration> BACKOFF =
            List.of(Duration.ofSeconds(5), Duration.ofSeconds(25), Duration.ofSeconds(125));

    @Override
    public Map<String, String> headers(Notice notice, Instant at, String secret) {
        return SIGNING.headers(notice, at, secret);
    }

    @Override
    public boolean proves(Map<String, String> headers, byte[] body, String secret) {
        return SIGNING.proves(headers, body, secret);
    }

    @Override
    public boolean dated() {
        return true;
    }

    @Override
    public List<Duration> backoff() {
        return BACKOFF;
    }
}
