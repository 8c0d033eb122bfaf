package dev.understudy.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One request to a receiver, ready to go.
 *
 * @param headers in the order in which they are sent
 * @param seal what the receiver will check it against, whatever it is sealed with
 */
record Message(URI receiver, Map<String, String> headers, byte[] body, Seal seal) {

    /** @param by what it is sealed with */
    static Message of(Delivery delivery, Instant at, Seal by) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-type", "application/json");
        headers.putAll(by.headers(delivery.notice(), at));
        return new Message(delivery.receiver(), headers, delivery.notice().body(), delivery.seal());
    }

    static Message of(Delivery delivery, Instant at) {
        return of(delivery, at, delivery.seal());
    }
}
