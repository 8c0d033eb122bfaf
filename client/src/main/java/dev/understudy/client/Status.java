package dev.understudy.client;

import java.util.Arrays;

/** Where a prediction stands. A word the client does not know is {@link #UNKNOWN} and counts as still going on. */
public enum Status {
    /** Waiting; the word of every captured submit answer. */
    CREATED,
    /** Waiting; the word of the product pages. */
    QUEUED,
    PROCESSING,
    COMPLETED,
    FAILED,
    CANCELLED,
    TIMEOUT,
    DELETED,
    UNKNOWN;

    static Status of(String word) {
        return Arrays.stream(values())
                .filter(status -> status.name().equalsIgnoreCase(word))
                .findFirst()
                .orElse(UNKNOWN);
    }

    public boolean isTerminal() {
        return compareTo(COMPLETED) >= 0 && this != UNKNOWN;
    }
}
