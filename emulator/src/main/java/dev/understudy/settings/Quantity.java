package dev.understudy.settings;

import dev.understudy.time.ClockMode;
import dev.understudy.time.SandboxClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers with a unit behind them. */
final class Quantity {

    private static final Pattern BYTES = Pattern.compile("(\\d{1,9})([km]?)");
    private static final Pattern TIME = Pattern.compile("(\\d{1,9})(ms|s)?");
    private static final Pattern POLLS = Pattern.compile("(\\d{1,6}),(\\d{1,6})");
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,12}(\\.\\d{1,9})?");

    private Quantity() {}

    static long bytes(Setting setting, String text) {
        Matcher match = BYTES.matcher(text);
        if (!match.matches()) {
            throw Settings.wrong(setting, text, "a number of bytes such as 65536, 512k or 32m");
        }
        return Long.parseLong(match.group(1))
                << switch (match.group(2)) {
                    case "k" -> 10;
                    case "m" -> 20;
                    default -> 0;
                };
    }

    static BigDecimal amount(Setting setting, String text) {
        if (!AMOUNT.matcher(text).matches()) {
            throw Settings.wrong(setting, text, "an amount such as 1000 or 0.40");
        }
        return new BigDecimal(text);
    }

    static Duration duration(Setting setting, String text) {
        Matcher match = TIME.matcher(text);
        if (!match.matches()) {
            throw Settings.wrong(setting, text, "a time such as 10s or 500ms");
        }
        long number = Long.parseLong(match.group(1));
        return "ms".equals(match.group(2)) ? Duration.ofMillis(number) : Duration.ofSeconds(number);
    }

    static Progression.Polls polls(Setting setting, String text) {
        Matcher match = POLLS.matcher(text);
        try {
            if (match.matches()) {
                return new Progression.Polls(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)));
            }
        } catch (IllegalArgumentException e) {
            // Reported below, together with what are no numbers.
        }
        throw Settings.wrong(setting, text, "two numbers from 0 to %s such as 1,2".formatted(Progression.MOST_POLLS));
    }

    static double scale(Setting setting, String text) {
        try {
            return ClockMode.scaled(Double.parseDouble(text)).factor();
        } catch (IllegalArgumentException e) {
            throw Settings.wrong(setting, text, "a number from 0.001 to 100000");
        }
    }

    static Instant instant(Setting setting, String text) {
        try {
            return SandboxClock.inRange(Instant.parse(text));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw Settings.wrong(setting, text, "a time from 1970 to 9999 such as 2026-03-01T00:00:00Z");
        }
    }
}
