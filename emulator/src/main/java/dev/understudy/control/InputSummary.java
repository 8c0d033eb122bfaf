package dev.understudy.control;

import dev.understudy.sandbox.MediaAddress;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The input of a job for a list of jobs: short, and without what may be secret in a URL or is a whole file. */
final class InputSummary {

    private static final int LONGEST = 300;
    private static final int MOST = 20;

    private InputSummary() {}

    /** @param shown takes out what is secret in a text */
    static Map<String, Object> of(Map<String, Object> input, UnaryOperator<String> shown) {
        Map<String, Object> summary = new LinkedHashMap<>();
        input.entrySet().stream()
                .limit(MOST)
                .forEach(field -> summary.put(text(field.getKey(), shown), value(field.getValue(), shown)));
        return summary;
    }

    private static Object value(Object value, UnaryOperator<String> shown) {
        if (value instanceof String text) {
            return text(text, shown);
        }
        return value instanceof List<?> || value instanceof Map<?, ?> ? text(String.valueOf(value), shown) : value;
    }

    private static String text(String text, UnaryOperator<String> shown) {
        String safe = shown.apply(text);
        return safe.length() <= LONGEST ? safe : safe.substring(0, LONGEST) + "…";
    }

    /** The first file of this server that an input names. */
    static Optional<MediaAddress> ownMedia(Map<String, Object> input) {
        return input.values().stream()
                .filter(String.class::isInstance)
                .map(value -> address((String) value))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<MediaAddress> address(String text) {
        try {
            return Optional.ofNullable(URI.create(text).getPath()).flatMap(MediaAddress::parse);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
