package dev.understudy.catalog;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One input of a model.
 *
 * @param allowed the only values it takes; empty for any of its kind
 */
public record Field(String name, Kind kind, boolean required, List<Object> allowed, Optional<Object> byDefault) {

    public Field {
        allowed = List.copyOf(allowed);
    }

    /** The value of an input that is submitted; empty if nothing was sent and there is no default. */
    Optional<Object> accept(Object sent) {
        if (required && sent == null) {
            throw new InvalidInputException("missing required parameter: " + name);
        }
        if (required && sent instanceof String text && text.isBlank()) {
            throw new InvalidInputException("parameter " + name + " must not be empty");
        }
        return read(sent);
    }

    /** The same for an input that may be filled in later. */
    Optional<Object> read(Object sent) {
        return sent == null ? byDefault : Optional.of(checkAllowed(kind.read(name, sent)));
    }

    private Object checkAllowed(Object value) {
        if (allowed.isEmpty() || allowed.contains(value)) {
            return value;
        }
        String choices = allowed.stream().map(String::valueOf).collect(Collectors.joining(", "));
        throw new InvalidInputException(
                "parameter %s must be one of %s, got %s".formatted(name, choices, Excerpt.of(value)));
    }
}
