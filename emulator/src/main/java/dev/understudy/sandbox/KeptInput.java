package dev.understudy.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A job's input as it is kept: a clip sent as a data URI, or a prompt as long as a book, would fill the memory. */
final class KeptInput {

    private static final int LONGEST = 4_000;
    private static final int SHOWN = 200;
    private static final int MOST = 100;
    private static final int DEEPEST = 2;

    private KeptInput() {}

    static Map<String, Object> of(Map<String, Object> input) {
        return new KeptValues(input, value -> shortened(value, DEEPEST));
    }

    // An input that was not acceptable may be of any form.
    private static Object shortened(Object value, int deeper) {
        if (value instanceof String text) {
            return shortened(text);
        }
        if (value instanceof List<?> list) {
            return deeper == 0
                    ? List.of()
                    : list.stream()
                            .limit(MOST)
                            .map(item -> shortened(item, deeper - 1))
                            .toList();
        }
        if (value instanceof Map<?, ?> object) {
            Map<String, Object> kept = new LinkedHashMap<>();
            object.entrySet().stream()
                    .limit(deeper == 0 ? 0 : MOST)
                    .forEach(member ->
                            kept.put(shortened((String) member.getKey()), shortened(member.getValue(), deeper - 1)));
            return kept;
        }
        return value;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST
                ? text
                : "%s… (%s characters)".formatted(text.substring(0, SHOWN), text.length());
    }
}
