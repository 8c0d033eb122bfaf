package dev.understudy.dialect.openai;

import dev.understudy.webhook.Manner;
import dev.understudy.webhook.Notice;
import dev.understudy.webhook.StandardWebhooks;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Signs events as Standard Webhooks has it, which is what the official clients verify: {@code v1,} and the code in
 * base64, under the secret without {@code whsec_}, decoded. The provider's page on webhooks has retries with exponential
 * backoff for up to 72 hours and no lengths of time. Ours are inferred: one minute and then always twice as long, as
 * long as the sum stays within 72 hours. That is twelve retries, the last of them after 68 hours and 15 minutes.
 */
final class WebhookManner implements Manner {

    private static final StandardWebhooks SIGNING = new StandardWebhooks(
            Base64.getDecoder()::decode, code -> "v1," + Base64.getEncoder().encodeToString(code));

    private static final List<Duration> BACKOFF =
            IntStream.range(0, 12).mapToObj(n -> Duration.ofMinutes(1L << n)).toList();

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
