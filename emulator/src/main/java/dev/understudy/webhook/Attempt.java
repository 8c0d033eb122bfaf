package dev.understudy.webhook;

import java.time.Instant;

/**
 * One attempt to deliver a webhook, when it is over.
 *
 * @param order counts up with the attempts of a sandbox as they begin
 * @param at when it began, on the sandbox's clock
 * @param number 1 for the first attempt of its delivery
 * @param receiver scheme, host, port and path; the rest of a URL may hold secrets
 * @param accepted whether the receiver took it
 * @param result what came of it, such as {@code HTTP 200}
 */
public record Attempt(
        long order, Instant at, String prediction, int number, String receiver, boolean accepted, String result) {}
