package dev.understudy.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Opens webhook deliveries, but only genuine and recent ones. The signature is {@code v3,} and the hex HMAC-SHA256 of
 * {@code id.timestamp.body}; its key is the secret's text after {@code whsec_}, which is not base64 to be decoded. Both
 * are the provider's rule. The same delivery may come more than once: go by the prediction's id.
 */
public final class WebhookReceiver {
    /** The provider's own limit in seconds, taken in both directions. */
    private static final long TOLERANCE = 300;

    private final SecretKeySpec key;
    private final ClientClock clock;

    /** @param secret of the API key that the jobs are submitted with; {@code whsec_…} */
    public WebhookReceiver(String secret) {
        this(secret, new ClientClock() {});
    }

    /** @param clock for tests; only its {@code now} is asked */
    public WebhookReceiver(String secret, ClientClock clock) {
        String text = secret.startsWith("whsec_") ? secret.substring("whsec_".length()) : secret;
        if (text.isBlank()) {
            throw new IllegalArgumentException("No usable webhook secret; it looks like whsec_…");
        }
        this.key = new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        this.clock = clock;
    }

    /**
     * The prediction that a delivery tells of.
     *
     * @param id the header {@code webhook-id}
     * @param timestamp the header {@code webhook-timestamp}, in seconds since 1970
     * @param signature the header {@code webhook-signature}
     * @param body as it came, to the byte
     * @throws WebhookException when a header is missing, the signature is not the service's, or the delivery is older
     *     or newer than 300 s; nothing of such a body is read
     */
    public Prediction open(String id, String timestamp, String signature, byte[] body) {
        if (id == null || timestamp == null || signature == null || !timestamp.matches("\\d{1,12}")) {
            throw new WebhookException("a header is missing or makes no sense");
        }
        byte[] expected = ("v3," + sign(id + "." + timestamp + ".", body)).getBytes(StandardCharsets.UTF_8);
        // In constant time: how long a comparison takes must not tell how much of a guess was right.
        if (!MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8))) {
            throw new WebhookException("the signature is not the service's");
        }
        if (Math.abs(clock.now().getEpochSecond() - Long.parseLong(timestamp)) > TOLERANCE) {
            throw new WebhookException("it is too old, or from the future");
        }
        JsonNode data = Answers.parse(body);
        if (!data.isObject()) {
            throw new WebhookException("the body is not a JSON object");
        }
        return Fields.prediction(data, data.path("id").asText(""), text -> text);
    }

    private String sign(String head, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(head.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
