package dev.understudy.client;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A submitted job as one answer described it.
 *
 * @param statusWord the status as sent, which is all there is when {@code status} is {@code UNKNOWN}
 * @param outputs empty unless completed
 * @param code the task's own error code (1200 to 5004 in the documentation), rarely sent
 * @param error empty when nothing went wrong
 * @param createdAt absent when missing or not a timestamp
 * @param nsfw one flag per output, empty when the service sent null
 */
public record Prediction(
        String id,
        String model,
        Status status,
        String statusWord,
        List<Output> outputs,
        OptionalInt code,
        String error,
        Optional<Instant> createdAt,
        List<Boolean> nsfw) {
    public Prediction {
        outputs = List.copyOf(outputs);
        nsfw = List.copyOf(nsfw);
    }
}
