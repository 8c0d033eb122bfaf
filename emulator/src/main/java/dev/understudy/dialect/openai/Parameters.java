package dev.understudy.dialect.openai;

import dev.understudy.dialect.Json;
import dev.understudy.dialect.Request;
import dev.understudy.sandbox.Refused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a call sent, whether as JSON, as a multipart form or as an urlencoded one. A null counts as not sent. */
final class Parameters {

    private final Map<String, Object> values;
    private final boolean form;

    private Parameters(Map<String, Object> values, boolean form) {
        this.values = values;
        this.form = form;
    }

    static Parameters of(Request request) throws IOException {
        return request.isForm()
                ? new Parameters(FormTree.of(request.form()), true)
                : new Parameters(json(request.body()), false);
    }

    // The sentence that this API has for any JSON it cannot read.
    private static Map<String, Object> json(byte[] body) {
        try {
            return Json.readObject(body);
        } catch (Refused unreadable) {
            throw new ApiError(
                    400,
                    "We could not parse the JSON body of your request. (HINT: This likely means you aren't using your HTTP library correctly. The OpenAI API expects a JSON payload, but what was sent was not valid JSON. If you have trouble figuring out how to fix this, please contact us through our help center at help.openai.com.)",
                    null,
                    null);
        }
    }

    /** What was sent as text, for those who look for cues in it before anything is checked. */
    Map<String, Object> texts() {
        Map<String, Object> texts = new LinkedHashMap<>(values);
        texts.values().removeIf(value -> !(value instanceof String));
        return texts;
    }

    /** A note on what was sent and means nothing, which the real service may refuse; empty if there is nothing such. */
    Optional<String> besides(Set<String> known) {
        String others = values.keySet().stream()
                .filter(name -> !known.contains(name))
                .map(ApiError::shown)
                .collect(Collectors.joining(", "));
        return Optional.of("ignored, since this API does not know them: " + others)
                .filter(note -> !others.isEmpty());
    }

    Object value(String name) {
        return values.get(name);
    }

    boolean has(String name) {
        return values.get(name) != null;
    }

    boolean isForm() {
        return form;
    }

    /** @throws ApiError if it is no string */
    Optional<String> text(String name) {
        Object value = values.get(name);
        if (value == null || value instanceof String) {
            return Optional.ofNullable((String) value);
        }
        throw ApiError.type(name, "a string", value);
    }

    /** A string that must be there, with at least one character and at most so many, as a person counts them. */
    String text(String name, int most) {
        String text = text(name).orElseThrow(() -> ApiError.missing(name));
        int length = text.codePointCount(0, text.length());
        if (length == 0) {
            throw ApiError.empty(name);
        }
        if (length > most) {
            throw ApiError.tooLong(name, most, length);
        }
        return text;
    }

    Optional<Request.Field> file(String name) {
        return values.get(name) instanceof Request.Field file ? Optional.of(file) : Optional.empty();
    }

    /** An object, which a form may also hold as JSON. */
    Optional<Map<?, ?>> object(String name) {
        Object value = unwrapped(name, "{");
        if (value == null || value instanceof Map) {
            return Optional.ofNullable((Map<?, ?>) value);
        }
        throw ApiError.type(name, "an object", value);
    }

    /** An array, which a form may also hold as JSON; empty if there is none. */
    List<?> list(String name) {
        Object value = unwrapped(name, "[");
        if (value == null || value instanceof List) {
            return value == null ? List.of() : (List<?>) value;
        }
        throw ApiError.type(name, "an array of objects", value);
    }

    private Object unwrapped(String name, String opening) {
        Object value = values.get(name);
        boolean json =
                form && value instanceof String text && text.stripLeading().startsWith(opening);
        return json
                ? json(("{\"value\":" + value + "}").getBytes(StandardCharsets.UTF_8))
                        .get("value")
                : value;
    }
}
