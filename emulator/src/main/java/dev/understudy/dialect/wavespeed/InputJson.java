package dev.understudy.dialect.wavespeed;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.understudy.json.JsonValues;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a job was asked to do. The provider's webhook page and its Go client call it {@code input}; its desktop and
 * command-line clients know both {@code inputs} and {@code input}. No answer was captured, so it is told
 * under both names.
 */
final class InputJson {

    private InputJson() {}

    static void write(JsonGenerator json, Map<String, Object> input) throws IOException {
        json.writeFieldName("input");
        object(json, input);
        json.writeFieldName("inputs");
        object(json, input);
    }

    /** The input alone, as it was sent: characters are kept as their ids, and told as objects with an id. */
    static void object(JsonGenerator json, Map<String, Object> input) throws IOException {
        Map<String, Object> told = new LinkedHashMap<>(input);
        told.computeIfPresent("characters", (name, value) -> value instanceof List<?> ids ? characters(ids) : value);
        JsonValues.write(json, told);
    }

    private static List<Object> characters(List<?> ids) {
        return ids.stream()
                .map(id -> id instanceof String ? (Object) Map.of("id", id) : id)
                .toList();
    }
}
