package dev.understudy.control;

import java.util.regex.Pattern;

/**
 * Ids of jobs however a provider writes them: within, each is 32 hexadecimal digits; on the wire some have dashes between
 * them, or a word and an underscore in front.
 */
final class JobIds {

    private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{32}");

    private JobIds() {}

    /** The digits of an id; what has none stays as it is. */
    static String plain(String id) {
        String digits = id.substring(id.lastIndexOf('_') + 1).replace("-", "");
        return DIGITS.matcher(digits).matches() ? digits : id;
    }
}
