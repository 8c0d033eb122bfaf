package dev.understudy.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the providers share that follow the specification of Standard Webhooks, each in its own way: the headers {@code
 * webhook-id}, {@code webhook-timestamp} in seconds since 1970 and {@code webhook-signature}, and that what is signed is
 * the HMAC-SHA256 of {@code {id}.{timestamp}.{raw body}}.
 *
 * @param key what a secret means as a key
 * @param signature how a code is written
 */
public record StandardWebhooks(Function<String, byte[]> key, Function<byte[], String> signature) {

    /** What secrets begin with; it is no part of the key. */
    public static final String PREFIX = "whsec_";

    private static final String ID = "webhook-id";
    private static final String TIMESTAMP = "webhook-timestamp";
    private static final String SIGNATURE = "webhook-signature";

    /** In the order in which the specification names them. */
    public Map<String, String> headers(Notice notice, Instant at, String secret) {
        String timestamp = Long.toString(at.getEpochSecond());
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(ID, notice.id());
        headers.put(TIMESTAMP, timestamp);
        headers.put(SIGNATURE, sign(notice.id(), timestamp, notice.body(), secret));
        return headers;
    }

    /** Whether one of the signatures, which stand side by side with a space between, is the right one. */
    public boolean proves(Map<String, String> headers, byte[] body, String secret) {
        String wanted = sign(headers.getOrDefault(ID, ""), headers.getOrDefault(TIMESTAMP, ""), body, secret);
        return List.of(headers.getOrDefault(SIGNATURE, "").split(" ")).contains(wanted);
    }

    /** @param timestamp in seconds since 1970 */
    public String sign(String id, String timestamp, byte[] body, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.apply(secret.substring(PREFIX.length())), "HmacSHA256"));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return signature.apply(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
        }
    }
}
