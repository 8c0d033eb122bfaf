package dev.understudy.control;

import dev.understudy.dialect.Call;
import dev.understudy.dialect.Json;
import dev.understudy.sandbox.Refused;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The JSON body of a control call, read strictly: what is not known is refused rather than passed over. */
record Body(Map<String, Object> fields) {

    /** @throws Refused if the body is not an object, or has a field of another name */
    static Body of(Call call, String... names) {
        Map<String, Object> fields = Json.readObject(call.request().body());
        List<String> known = List.of(names);
        for (String name : fields.keySet()) {
            if (!known.contains(name)) {
                throw Refused.unknownField(name.length() <= 60 ? name : name.substring(0, 60), name, known);
            }
        }
        return new Body(fields);
    }

    /** The same, where no body at all means that nothing is asked for. */
    static Body optional(Call call, String... names) {
        return call.request().body().length == 0 ? new Body(Map.of()) : of(call, names);
    }

    Optional<String> text(String name) {
        return value(name, String.class, "a string");
    }

    String requiredText(String name) {
        return text(name).orElseThrow(() -> missing(name));
    }

    /** One of some words. */
    Optional<String> choice(String name, Collection<String> words) {
        Optional<String> word = text(name);
        if (word.isPresent() && !words.contains(word.get())) {
            throw Refused.choice(name, word.get(), words);
        }
        return word;
    }

    Optional<Boolean> flag(String name) {
        return value(name, Boolean.class, "true or false");
    }

    Optional<BigDecimal> number(String name) {
        return value(name, Number.class, "a number").map(number -> new BigDecimal(number.toString()));
    }

    /** A whole number between two bounds, both included. */
    Optional<Integer> whole(String name, int least, int most) {
        String form = "a whole number from %s to %s".formatted(least, most);
        Optional<Integer> number = value(name, Integer.class, form);
        if (number.isPresent() && (number.get() < least || number.get() > most)) {
            throw Refused.field(name, name + " must be " + form);
        }
        return number;
    }

    /** An ISO-8601 length of time, such as {@code PT2M}. */
    Optional<Duration> duration(String name) {
        return parsed(name, Duration::parse, "a length of time as ISO 8601 has it, such as PT2M or PT0.5S");
    }

    /** A point in time in ISO 8601, such as {@code 2026-03-01T00:00:00Z}. */
    Optional<Instant> instant(String name) {
        return parsed(name, Instant::parse, "a time as ISO 8601 has it, such as 2026-03-01T00:00:00Z");
    }

    static Refused missing(String name) {
        return Refused.field(name, name + " is missing");
    }

    private <T> Optional<T> parsed(String name, Function<String, T> parser, String form) {
        try {
            return value(name, String.class, form).map(parser);
        } catch (DateTimeParseException e) {
            throw Refused.field(name, name + " must be " + form);
        }
    }

    private <T> Optional<T> value(String name, Class<T> type, String form) {
        Object value = fields.get(name);
        if (value != null && !type.isInstance(value)) {
            throw Refused.field(name, name + " must be " + form);
        }
        return Optional.ofNullable(value).map(type::cast);
    }
}
