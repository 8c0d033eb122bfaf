package dev.understudy.client;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/** Which predictions to list. Immutable: each method gives another one. The service keeps them for 7 days. */
public record PredictionQuery(Map<String, Object> fields) {
    public PredictionQuery {
        fields = Map.copyOf(fields);
    }

    /** All of them, newest first: the first page, of the service's default size (20 in its documentation). */
    public static PredictionQuery all() {
        return new PredictionQuery(Map.of());
    }

    /** @param page 1 is the first */
    public PredictionQuery page(int page) {
        return with("page", page);
    }

    /** @param size 1 to 100 */
    public PredictionQuery pageSize(int size) {
        return with("page_size", size);
    }

    public PredictionQuery model(String model) {
        return with("model", model);
    }

    /** @param status a word as the service knows it; {@code UNKNOWN} is not one */
    public PredictionQuery status(Status status) {
        return with("status", status.name().toLowerCase(Locale.ROOT));
    }

    public PredictionQuery createdAfter(Instant time) {
        return with("created_after", time.toString());
    }

    public PredictionQuery createdBefore(Instant time) {
        return with("created_before", time.toString());
    }

    private PredictionQuery with(String name, Object value) {
        return new PredictionQuery(VideoInput.plus(fields, name, value));
    }
}
