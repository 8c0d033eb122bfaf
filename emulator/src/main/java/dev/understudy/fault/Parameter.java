package dev.understudy.fault;

import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * Something that can be said about a kind of fault.
 *
 * @param name such as {@code retry-after}
 * @param form the values it takes, as a person would write them down
 * @param byDefault what it is if nothing is said; empty for nothing
 * @param about one line
 * @param reading takes the name of the field and the value as text, and throws {@link RuleException}
 */
public record Parameter(
        String name, String form, String byDefault, String about, BiFunction<String, String, Object> reading) {

    private static final int LONGEST_TEXT = 300;

    static Parameter time(String name, String byDefault, Duration most, String about) {
        return new Parameter(
                name,
                "time up to " + Times.shown(most),
                byDefault,
                about,
                (field, text) -> Times.read(field, text, most));
    }

    static Parameter number(String name, int byDefault, int least, int most, String about) {
        return new Parameter(
                name,
                least + "-" + most,
                Integer.toString(byDefault),
                about,
                (field, text) -> number(field, text, least, most));
    }

    static Parameter text(String name, String byDefault, String about) {
        return new Parameter(name, "text", byDefault, about, Parameter::text);
    }

    static Parameter flag(String name, String about) {
        return new Parameter(
                name,
                "true|false",
                "false",
                about,
                (field, text) -> Boolean.valueOf(oneOf(field, text, List.of("true", "false"))));
    }

    static <E extends Enum<E>> Parameter word(String name, Class<E> type, E byDefault, String about) {
        List<String> words = Stream.of(type.getEnumConstants()).map(Words::of).toList();
        return new Parameter(
                name,
                String.join("|", words),
                Words.of(byDefault),
                about,
                (field, text) -> type.getEnumConstants()[words.indexOf(oneOf(field, text, words))]);
    }

    Object read(String field, String text) {
        return reading.apply(field, text);
    }

    static int number(String field, String text, int least, int most) {
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Refused below, together with numbers out of range.
        }
        throw RuleException.wrong(field, "must be a whole number from %s to %s".formatted(least, most));
    }

    private static String text(String field, String text) {
        if (text.length() > LONGEST_TEXT) {
            throw RuleException.wrong(field, "must have at most " + LONGEST_TEXT + " characters");
        }
        return text;
    }

    private static String oneOf(String field, String text, List<String> words) {
        if (!words.contains(text)) {
            throw RuleException.choice(field, text, words);
        }
        return text;
    }
}
