package dev.understudy.webhook;

import java.time.Instant;
import java.util.Map;

/**
 * What an inbox took in.
 *
 * @param number counts up from 1 within a sandbox
 * @param at when, on the sandbox's clock
 * @param query the query of the URL it was sent to, as it was sent; empty if there was none
 * @param headers by their names in lower case
 * @param body as it was sent, read as UTF-8
 * @param signatureValid whether it proves to come from this sandbox, in the manner and with the secret of the delivery;
 *     its age does not matter. Also true for a delivery of this sandbox that no secret was agreed on for
 */
public record Received(
        long number,
        Instant at,
        String inbox,
        String query,
        Map<String, String> headers,
        String body,
        boolean signatureValid) {}
