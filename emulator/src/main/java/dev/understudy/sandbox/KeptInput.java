package dev.understudy.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;

/** A job's input as it is kept: a clip sent as a data URI, or a prompt as long as a book, would fill the memory. */
final class KeptInput {

    private static final int LONGEST = 4_000;
    private static final int SHOWN = 200;

    private KeptInput() {}

    static Map<String, Object> of(Map<String, Object> input) {
        Map<String, Object> kept = new LinkedHashMap<>(input);
        kept.replaceAll((name, value) -> value instanceof String text ? shortened(text) : value);
        return kept;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST
                ? text
                : "%s… (%d characters)".formatted(text.substring(0, SHOWN), text.length());
    }
}
