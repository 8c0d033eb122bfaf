package dev.understudy.webhook;

import dev.understudy.time.Draw;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs deliveries as the provider's page on verifying webhooks says: {@code v3,} and the HMAC-SHA256, in hexadecimal,
 * of {@code {webhook-id}.{webhook-timestamp}.{raw body}}. The key is the secret without {@code whsec_}, taken as text;
 * it looks like base64 but is not decoded.
 */
final class Signer {

    private static final String PREFIX = "whsec_";
    private static final HexFormat HEX = HexFormat.of();

    private final String secret;

    Signer(String secret) {
        this.secret = secret;
    }

    /** A signer with a secret of the shape in the documentation: 32 bytes in base64, which are 44 characters. */
    static Signer drawnFrom(Draw draw) {
        byte[] bytes = HEX.parseHex(draw.child(0).hex32() + draw.child(1).hex32());
        return new Signer(PREFIX + Base64.getEncoder().encodeToString(bytes));
    }

    String secret() {
        return secret;
    }

    /** @param timestamp in seconds since 1970 */
    String sign(String id, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            byte[] key = secret.substring(PREFIX.length()).getBytes(StandardCharsets.UTF_8);
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return "v3," + HEX.formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
        }
    }
}
