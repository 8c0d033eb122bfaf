package dev.understudy.fault;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time and points in time as they are written: {@code PT5S} or {@code 5s}, {@code 2026-09-24T00:00:00Z}. */
final class Times {

    private static final Pattern SHORT = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

    private Times() {}

    static Duration read(String field, String text, Duration most) {
        Duration read = parse(field, text);
        if (read.isNegative() || read.compareTo(most) > 0) {
            throw RuleException.wrong(field, "must be a time from 0 to " + shown(most));
        }
        return read;
    }

    static Instant instant(String field, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw RuleException.wrong(field, "must be a point in time such as 2026-09-24T00:00:00Z");
        }
    }

    static String shown(Duration time) {
        return time.toString();
    }

    private static Duration parse(String field, String text) {
        Matcher match = SHORT.matcher(text);
        if (match.matches()) {
            long number = Long.parseLong(match.group(1));
            return switch (match.group(2)) {
                case "ms" -> Duration.ofMillis(number);
                case "s" -> Duration.ofSeconds(number);
                case "m" -> Duration.ofMinutes(number);
                case "h" -> Duration.ofHours(number);
                default -> Duration.ofDays(number);
            };
        }
        try {
            return Duration.parse(text);
        } catch (DateTimeException e) {
            throw RuleException.wrong(field, "must be a time such as PT5S, 5s or 500ms");
        }
    }
}
