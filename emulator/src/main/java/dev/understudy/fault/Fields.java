package dev.understudy.fault;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** One object of a script or a profile while it is read. Every value that cannot be used names its place. */
final class Fields {

    private static final int LONGEST_TEXT = 1_000;

    private final String place;
    private final Map<?, ?> values;

    /** @throws RuleException if it is no object, or has a field that means nothing */
    Fields(String place, Object value, Collection<String> allowed) {
        if (!(value instanceof Map<?, ?> object)) {
            throw RuleException.wrong(place, "must be an object");
        }
        for (Object name : object.keySet()) {
            if (!allowed.contains(name)) {
                throw RuleException.unknownField(place, String.valueOf(name), allowed);
            }
        }
        this.place = place;
        this.values = object;
    }

    String place() {
        return place;
    }

    String place(String name) {
        return place.isEmpty() ? name : place + "." + name;
    }

    Set<String> names() {
        return texts().keySet();
    }

    Optional<Object> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    Optional<String> text(String name) {
        return value(name).map(value -> text(place(name), value));
    }

    /** A word, or a list of words. */
    List<String> words(String name, BiFunction<String, String, String> check) {
        Object sent = value(name).orElse(List.of());
        if (sent instanceof List<?> list) {
            return IntStream.range(0, list.size())
                    .mapToObj(i -> word(place(name) + "[" + i + "]", list.get(i), check))
                    .toList();
        }
        return List.of(word(place(name), sent, check));
    }

    Optional<Integer> number(String name, int least, int most) {
        return value(name).map(value -> Parameter.number(place(name), plain(place(name), value), least, most));
    }

    Duration time(String name, Duration most) {
        return Times.read(place(name), text(name).orElse(""), most);
    }

    /** The field of that name, which must be there. */
    double probability() {
        Object sent = value("probability").orElse("");
        if (sent instanceof Number number && number.doubleValue() >= 0 && number.doubleValue() <= 1) {
            return number.doubleValue();
        }
        throw RuleException.wrong(place("probability"), "must be a number from 0 to 1");
    }

    /** All fields that are plain values, as text. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        values.forEach((name, value) -> texts.put((String) name, plain(place((String) name), value)));
        return texts;
    }

    private static String word(String place, Object value, BiFunction<String, String, String> check) {
        return check.apply(place, text(place, value));
    }

    private static String text(String place, Object value) {
        if (value instanceof String text && !text.isBlank() && text.length() <= LONGEST_TEXT) {
            return text;
        }
        throw RuleException.wrong(place, "must be a text of 1 to " + LONGEST_TEXT + " characters");
    }

    private static String plain(String place, Object value) {
        if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        throw RuleException.wrong(place, "must be a text, a number or a boolean");
    }
}
