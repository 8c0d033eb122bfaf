package dev.understudy.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One signed request to a receiver, ready to go.
 *
 * @param headers in the order in which they are sent
 */
record Message(URI receiver, Map<String, String> headers, byte[] body) {

    static final String ID = "webhook-id";
    static final String TIMESTAMP = "webhook-timestamp";
    static final String SIGNATURE = "webhook-signature";

    /** The same to somebody else. */
    Message to(URI other) {
        return new Message(other, headers, body);
    }

    static Message signed(Signer signer, URI receiver, String id, Instant at, byte[] body) {
        String timestamp = Long.toString(at.getEpochSecond());
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-type", "application/json");
        headers.put(ID, id);
        headers.put(TIMESTAMP, timestamp);
        headers.put(SIGNATURE, signer.sign(id, timestamp, body));
        return new Message(receiver, headers, body);
    }
}
