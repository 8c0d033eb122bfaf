package dev.understudy.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Reads values out of JSON, taking what is there and minding nothing that is not. */
final class Fields {
    private Fields() {}

    /** @param clean takes secrets out of what the server said */
    static Prediction prediction(JsonNode data, String id, UnaryOperator<String> clean) {
        String word = clean.apply(data.path("status").asText(""));
        return new Prediction(
                id,
                data.path("model").asText(""),
                Status.of(word),
                word,
                each(data.path("outputs")).map(Fields::output).toList(),
                number(data.path("code")),
                clean.apply(data.path("error").asText("")),
                time(data.path("created_at").asText("")),
                each(data.path("has_nsfw_contents")).map(JsonNode::asBoolean).toList());
    }

    /** @return null unless the text is an absolute http or https address */
    static URI address(String text) {
        try {
            URI uri = new URI(text);
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null ? uri : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    static OptionalInt number(JsonNode node) {
        return node.isInt() ? OptionalInt.of(node.intValue()) : OptionalInt.empty();
    }

    static Stream<JsonNode> each(JsonNode list) {
        return list.valueStream().filter(element -> !element.isNull());
    }

    private static Output output(JsonNode element) {
        if (!element.isObject()) {
            return new Output.Text(text(element));
        }
        Map<String, String> fields = new HashMap<>();
        element.properties().forEach(field -> fields.put(field.getKey(), text(field.getValue())));
        return new Output.Fields(fields);
    }

    private static String text(JsonNode node) {
        return node.isValueNode() ? node.asText("") : node.toString();
    }

    /** Milliseconds or nanoseconds with their trailing zeros cut, as Go prints them; all of it is ISO 8601. */
    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException notATime) {
            return Optional.empty();
        }
    }
}
