package dev.understudy.contract.drift;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Objects;

/**
 * One place where sources disagree.
 *
 * @param exchange the index of the exchange in its case
 * @param path where in the exchange, such as {@code $.response.body.data.urls}
 * @param values what each source has there; a source without an entry has nothing, which is neither null nor empty
 */
public record Difference(int exchange, String path, Map<Source, JsonNode> values, Severity severity) {
    boolean isBetween(Source one, Source other) {
        return !Objects.equals(values.get(one), values.get(other));
    }

    Difference asNoise() {
        return new Difference(exchange, path, values, Severity.NOISE);
    }

    /** Whether a difference at the other path of the same exchange is a part of this one. */
    boolean covers(Difference other) {
        return exchange == other.exchange
                && (other.path.equals(path) || other.path.startsWith(path + ".") || other.path.startsWith(path + "["));
    }
}
