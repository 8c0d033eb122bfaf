package dev.understudy.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How the deliveries of one provider prove where they come from, and when they are tried again. A constant of its
 * dialect: it keeps nothing, and the same arguments give the same headers.
 */
public interface Manner {

    /**
     * What proves the origin of a delivery.
     *
     * @param at when it is sent, or was if it pretends to be an old one
     * @return headers besides {@code content-type}, by their names in lower case, in the order in which they are sent
     */
    Map<String, String> headers(Notice notice, Instant at, String secret);

    /**
     * Whether a delivery proves that its sender knew the secret; how old it is does not matter.
     *
     * @param headers by their names in lower case, with others among them
     */
    boolean proves(Map<String, String> headers, byte[] body, String secret);

    /** Whether the headers say when a delivery was sent. */
    boolean dated();

    /**
     * The waits before the second attempt, the third and so on, on the sandbox's clock. After the last one nothing more
     * is tried.
     */
    List<Duration> backoff();
}
