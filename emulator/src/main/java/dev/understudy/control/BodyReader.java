package dev.understudy.control;

import dev.understudy.dialect.Json;
import dev.understudy.dialect.Request;
import dev.understudy.sandbox.Refused;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** The body of a control call, read strictly: a JSON object with no field that means nothing. */
final class BodyReader {

    private final Map<String, Object> body;

    /** @param fields that may be there */
    BodyReader(Request request, List<String> fields) {
        this.body = Json.readObject(request.body());
        body.keySet().stream()
                .filter(name -> !fields.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Refused.unknownField(name, name, fields);
                });
    }

    boolean has(String field) {
        return body.containsKey(field);
    }

    Optional<String> text(String field) {
        if (!has(field)) {
            return Optional.empty();
        }
        if (body.get(field) instanceof String text) {
            return Optional.of(text);
        }
        throw Refused.field(field, field + " must be a string");
    }

    /** One of some words. */
    Optional<String> word(String field, List<String> words) {
        Optional<String> word = text(field);
        word.filter(sent -> !words.contains(sent)).ifPresent(sent -> {
            throw Refused.choice(field, sent, words);
        });
        return word;
    }

    OptionalInt whole(String field, int least, int most) {
        if (!has(field)) {
            return OptionalInt.empty();
        }
        if (body.get(field) instanceof Integer number && number >= least && number <= most) {
            return OptionalInt.of(number);
        }
        throw Refused.field(field, "%s must be a whole number from %d to %d".formatted(field, least, most));
    }

    OptionalDouble number(String field) {
        if (!has(field)) {
            return OptionalDouble.empty();
        }
        if (body.get(field) instanceof Number number) {
            return OptionalDouble.of(number.doubleValue());
        }
        throw Refused.field(field, field + " must be a number");
    }

    Optional<Instant> instant(String field) {
        try {
            return text(field).map(Instant::parse);
        } catch (DateTimeException e) {
            throw Refused.field(field, field + " must be a time such as 2026-03-01T00:00:00Z");
        }
    }

    Optional<Duration> duration(String field) {
        try {
            return text(field).map(Duration::parse);
        } catch (DateTimeException e) {
            throw Refused.field(
                    field, field + " must be a length of time such as PT2M, PT1H30M, PT0.5S or P7D (ISO 8601)");
        }
    }
}
