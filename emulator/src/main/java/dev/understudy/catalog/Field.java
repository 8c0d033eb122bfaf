package dev.understudy.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One input of a model.
 *
 * @param allowed the only values it takes; empty for any
 * @param maxLength of a string, in characters as a person counts them
 */
public record Field(
        String name, Type type, boolean required, List<Object> allowed, Optional<Object> byDefault, int maxLength) {

    /** The kinds of value an input takes. */
    public enum Type {
        STRING,
        INTEGER,
        /** A list of {@code {"id": "char_…"}}; accepted as the list of the ids. */
        CHARACTERS
    }

    public Field {
        allowed = List.copyOf(allowed);
    }

    Optional<Object> accept(Object sent) {
        if (sent == null) {
            if (required) {
                throw new InvalidInputException("missing required parameter: " + name);
            }
            return byDefault;
        }
        return Optional.of(checkAllowed(
                switch (type) {
                    case STRING -> string(sent);
                    case INTEGER -> integer(sent);
                    case CHARACTERS -> characterIds(sent);
                }));
    }

    private Object checkAllowed(Object value) {
        if (allowed.isEmpty() || allowed.contains(value)) {
            return value;
        }
        String choices = allowed.stream().map(String::valueOf).collect(Collectors.joining(", "));
        throw new InvalidInputException(
                "parameter %s must be one of %s, got %s".formatted(name, choices, Excerpt.of(value)));
    }

    private String string(Object sent) {
        if (!(sent instanceof String text)) {
            throw wrongType(name, "a string", sent);
        }
        if (required && text.isBlank()) {
            throw new InvalidInputException("parameter " + name + " must not be empty");
        }
        int length = text.codePointCount(0, text.length());
        if (length > maxLength) {
            throw new InvalidInputException(
                    "parameter %s must be at most %d characters long, got %d".formatted(name, maxLength, length));
        }
        return text;
    }

    private Object integer(Object sent) {
        if (sent instanceof Integer) {
            return sent;
        }
        // JSON knows one kind of number: 4.0 is as much an integer as 4.
        if (sent instanceof Number number && number.doubleValue() == number.intValue()) {
            return number.intValue();
        }
        throw wrongType(name, "an integer", sent);
    }

    private List<String> characterIds(Object sent) {
        if (!(sent instanceof List<?> list)) {
            throw wrongType(name, "an array of objects with an id", sent);
        }
        List<String> ids = new ArrayList<>();
        for (Object item : list) {
            String place = name + "[" + ids.size() + "]";
            if (!(item instanceof Map<?, ?> character)) {
                throw wrongType(place, "an object with an id", item);
            }
            if (!(character.get("id") instanceof String id)) {
                throw wrongType(place + ".id", "a string", character.get("id"));
            }
            ids.add(id);
        }
        return List.copyOf(ids);
    }

    private static InvalidInputException wrongType(String name, String wanted, Object got) {
        return new InvalidInputException("parameter %s must be %s, got %s".formatted(name, wanted, kind(got)));
    }

    private static String kind(Object value) {
        if (value == null) {
            return "nothing";
        }
        if (value instanceof String) {
            return "a string";
        }
        if (value instanceof Number) {
            return "the number " + Excerpt.of(value);
        }
        if (value instanceof Boolean) {
            return "a boolean";
        }
        return value instanceof List ? "an array" : "an object";
    }
}
