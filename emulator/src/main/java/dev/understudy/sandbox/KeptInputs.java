package dev.understudy.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * A sandbox's inputs as they are kept: a clip sent as a data URI, or a prompt as long as a book, would fill the memory.
 * So would one input sent over and over, as tests do: jobs with the same one share it.
 */
final class KeptInputs {

    private static final int LONGEST = 4_000;
    private static final int SHOWN = 200;
    private static final int MOST = 100;
    private static final int DEEPEST = 2;
    private static final int REMEMBERED = 16;

    // By hash; a newer input takes the place of an older one.
    private final AtomicReferenceArray<KeptValues> recent = new AtomicReferenceArray<>(REMEMBERED);

    Map<String, Object> keep(Map<String, Object> input) {
        KeptValues kept = new KeptValues(input, value -> shortened(value, DEEPEST));
        if (!kept.isPlain()) {
            return kept;
        }
        int place = Math.floorMod(kept.digest(), REMEMBERED);
        KeptValues before = recent.get(place);
        if (kept.isSame(before)) {
            return before;
        }
        recent.set(place, kept);
        return kept;
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
