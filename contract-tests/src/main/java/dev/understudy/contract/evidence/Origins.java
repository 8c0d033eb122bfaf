package dev.understudy.contract.evidence;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The beginnings of addresses: scheme, host and port. */
public final class Origins {
    private Origins() {}

    /** Replaces an origin wherever it stands, and no longer one that only begins alike. */
    public static String replace(String text, String origin, String by) {
        return Pattern.compile(Pattern.quote(origin) + "(?![\\w.:-])")
                .matcher(text)
                .replaceAll(Matcher.quoteReplacement(by));
    }
}
