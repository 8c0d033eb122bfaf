package dev.understudy.contract.api;

import java.util.Locale;
import java.util.Set;

/** The states of a prediction, in the order in which they may follow one another. */
enum Status {
    WAITING("created", "queued"),
    PROCESSING("processing"),
    COMPLETED("completed"),
    FAILED("failed", "cancelled", "timeout", "deleted");

    private final Set<String> words;

    Status(String... words) {
        this.words = Set.of(words);
    }

    /**
     * @throws AssertionError when no source knows the word
     */
    static Status of(String word) {
        for (Status status : values()) {
            if (status.words.contains(word)) {
                return status;
            }
        }
        throw new AssertionError("Not a status of a prediction: '" + word + "'");
    }

    boolean isTerminal() {
        return this == COMPLETED || this == FAILED;
    }

    boolean mayBecome(Status next) {
        return isTerminal() ? next == this : next.ordinal() >= ordinal();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
