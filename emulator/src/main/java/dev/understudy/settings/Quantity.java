package dev.understudy.settings;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers with a unit behind them. */
final class Quantity {

    private static final Pattern BYTES = Pattern.compile("(\\d{1,9})([km]?)");
    private static final Pattern TIME = Pattern.compile("(\\d{1,9})(ms|s)?");
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
}
