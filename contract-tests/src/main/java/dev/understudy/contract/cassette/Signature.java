package dev.understudy.contract.cassette;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs what is delivered anew, since a recorded signature is too old and its secret is not kept. As on the provider's page
 * on verifying webhooks: HMAC-SHA256 over id, time and body, with the secret as text.
 */
record Signature(String secret) {
    private static final String PREFIX = "whsec_";

    /**
     * @param epochSeconds the time of the delivery
     */
    Map<String, List<String>> headers(String id, long epochSeconds, byte[] body) {
        String text = id + "." + epochSeconds + "." + new String(body, StandardCharsets.UTF_8);
        return Map.of("webhook-signature", List.of("v3," + hmac(text)));
    }

    private String hmac(String text) {
        String key = secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret;
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }
}
