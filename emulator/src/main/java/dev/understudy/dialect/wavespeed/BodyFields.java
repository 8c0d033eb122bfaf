package dev.understudy.dialect.wavespeed;

import dev.understudy.dialect.Json;
import dev.understudy.sandbox.Refused;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The fields of a JSON body that is a question. A field that is missing or null was not asked for; one of a wrong type
 * or value is refused with a sentence that names it.
 */
final class BodyFields {

    // Up to the year 33,658.
    private static final Pattern EPOCH_MILLISECONDS = Pattern.compile("\\d{1,15}");

    private final Map<String, Object> body;

    BodyFields(byte[] body) {
        this.body = Json.readObject(body);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(body.get(name)).map(value -> {
            if (value instanceof String text) {
                return text;
            }
            throw wrong(name, "a string");
        });
    }

    /** @throws Refused if the field is there and none of the choices */
    Optional<String> choice(String name, List<String> choices) {
        Optional<String> chosen = text(name);
        if (chosen.isPresent() && !choices.contains(chosen.get())) {
            throw wrong(name, "one of " + String.join(", ", choices));
        }
        return chosen;
    }

    int whole(String name, int byDefault, int least, int most) {
        Object value = body.get(name);
        if (value == null) {
            return byDefault;
        }
        if (value instanceof Integer number && number >= least && number <= most) {
            return number;
        }
        throw wrong(name, "an integer from %s to %s".formatted(least, most));
    }

    Set<String> texts(String name) {
        Object value = body.get(name);
        if (value != null && !(value instanceof List<?>)) {
            throw wrong(name, "an array of strings");
        }
        Set<String> texts = new LinkedHashSet<>();
        for (Object item : value == null ? List.of() : (List<?>) value) {
            if (!(item instanceof String text)) {
                throw wrong(name, "an array of strings");
            }
            texts.add(text);
        }
        return texts;
    }

    /** A time in ISO 8601, with its offset. */
    Optional<Instant> time(String name) {
        return text(name).map(text -> iso(name, text, "an ISO 8601 time such as 2025-10-01T00:00:00Z"));
    }

    /** A time in milliseconds since 1970, as the documentation has it, or in ISO 8601, as the provider's tool sends it. */
    Optional<Instant> timeOrMilliseconds(String name) {
        return text(name)
                .map(text -> EPOCH_MILLISECONDS.matcher(text).matches()
                        ? Instant.ofEpochMilli(Long.parseLong(text))
                        : iso(name, text, "a string of milliseconds since 1970 or an ISO 8601 time"));
    }

    Refused missing(String name) {
        return new Refused(Refused.Reason.INVALID, "missing required parameter: " + name);
    }

    private static Instant iso(String name, String text, String wanted) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw wrong(name, wanted);
        }
    }

    private static Refused wrong(String name, String wanted) {
        return new Refused(Refused.Reason.INVALID, "parameter %s must be %s".formatted(name, wanted));
    }
}
