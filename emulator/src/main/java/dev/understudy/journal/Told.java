package dev.understudy.journal;

import java.util.Optional;

/**
 * An answer as the journal keeps it.
 *
 * @param status its HTTP status; 499 if the caller hung up before it came
 * @param bytes how long its body was meant to be
 * @param retryAfter its Retry-After header
 * @param shown how it showed the job that it is about
 */
public record Told(int status, long bytes, Optional<String> retryAfter, Optional<Shown> shown) {

    /**
     * How an answer shows a job, which a fault may have made different from how the job stood.
     *
     * @param status the word that stands in the answer, such as {@code processing}
     * @param ended whether a client can take it for the end
     */
    public record Shown(String status, boolean ended) {}
}
