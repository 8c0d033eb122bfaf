package dev.understudy.dialect.eachlabs;

import dev.understudy.sandbox.Naming;
import dev.understudy.time.Draw;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Ids as they travel: random UUIDs, of version 4, as in captured answers. Within, they are the 32 digits without the
 * dashes.
 */
final class Uuids {

    static final Naming NAMING = new Naming() {
        @Override
        public String job(Draw draw, Instant now) {
            return digits(draw);
        }
    };

    private static final Pattern ANY = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32}");
    private static final int VERSION = 12;
    private static final int VARIANT = 16;

    private Uuids() {}

    /** The 32 digits of a fresh UUID. */
    static String digits(Draw draw) {
        char[] digits = draw.hex32().toCharArray();
        digits[VERSION] = '4';
        digits[VARIANT] = "89ab".charAt(Character.digit(digits[VARIANT], 16) / 4);
        return new String(digits);
    }

    static String drawn(Draw draw) {
        return dashed(digits(draw));
    }

    /** An id as it travels. */
    static String dashed(String digits) {
        return String.join(
                "-",
                digits.substring(0, 8),
                digits.substring(8, VERSION),
                digits.substring(VERSION, VARIANT),
                digits.substring(VARIANT, 20),
                digits.substring(20));
    }

    /** Whether a text is an id, with dashes or without. */
    static boolean isOne(String id) {
        return ANY.matcher(id).matches();
    }

    /** An id as it is kept; what is none stays none. */
    static String plain(String id) {
        return id.replace("-", "");
    }
}
