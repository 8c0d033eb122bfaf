package dev.understudy.settings;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers with a unit behind them. */
final class Quantity {

    private static final Pattern BYTES = Pattern.compile("(\\d{1,9})([km]?)");
    private static final Pattern TIME = Pattern.compile("(\\d{1,9})(ms|s)?");

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

    static Duration duration(Setting setting, String text) {
        Matcher match = TIME.matcher(text);
        if (!match.matches()) {
            throw Settings.wrong(setting, text, "a time such as 10s or 500ms");
        }
        long number = Long.parseLong(match.group(1));
        return "ms".equals(match.group(2)) ? Duration.ofMillis(number) : Duration.ofSeconds(number);
    }
}
