package dev.understudy.journal;

import java.util.Optional;

/**
 * A request as the journal keeps it: enough to tell one from another, and nothing that is secret.
 *
 * @param operation what it means to its dialect, such as {@code wavespeed.submit}
 * @param query without its question mark, what may be secret taken out; empty if there was none
 * @param agent the User-Agent header, cut short; empty if there was none
 * @param keyed whether it carried an Authorization header
 * @param bytes how long its body was said to be
 * @param digest the first 16 hexadecimal digits of the SHA-256 of its body; empty if that was not held in memory
 * @param test the test it was made for, from the header Understudy-Test
 */
public record Asked(
        String operation,
        String method,
        String path,
        String query,
        String agent,
        boolean keyed,
        long bytes,
        String digest,
        Optional<String> test) {}
