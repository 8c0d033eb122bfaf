package dev.understudy.catalog;

import java.util.List;

/** What is said about a value that an input does not take. */
final class Complaint {

    private Complaint() {}

    static InvalidInputException wrongKind(String place, String wanted, Object got) {
        return new InvalidInputException("parameter %s must be %s, got %s".formatted(place, wanted, kind(got)));
    }

    static InvalidInputException outOfBounds(
            String place, boolean below, Object least, Object most, String unit, Object got) {
        return new InvalidInputException("parameter %s must be at %s%s, got %s"
                .formatted(place, below ? "least " + least : "most " + most, unit, Excerpt.of(got)));
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
