package dev.understudy.http;

import dev.understudy.sandbox.Refused;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A form of the type application/x-www-form-urlencoded, as the WHATWG's URL standard has it. */
final class UrlEncoded {

    /** A field of the form. */
    record Pair(String name, String value) {}

    private UrlEncoded() {}

    /** Its fields in UTF-8, as they came; those with a malformed escape are left out. */
    static List<Pair> parse(byte[] body, int mostFields) {
        List<Pair> pairs = new ArrayList<>();
        String text = new String(body, StandardCharsets.UTF_8);
        for (int from = 0; from < text.length(); ) {
            int end = text.indexOf('&', from);
            String pair = text.substring(from, end < 0 ? text.length() : end);
            from += pair.length() + 1;
            if (!pair.isEmpty()) {
                add(pair, pairs);
            }
            if (pairs.size() > mostFields) {
                throw new Refused(
                        Refused.Reason.INVALID, "the form has more than the %s fields allowed".formatted(mostFields));
            }
        }
        return pairs;
    }

    private static void add(String pair, List<Pair> pairs) {
        int equals = pair.indexOf('=');
        try {
            String name = URLDecoder.decode(equals < 0 ? pair : pair.substring(0, equals), StandardCharsets.UTF_8);
            String value = equals < 0 ? "" : URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
            pairs.add(new Pair(name, value));
        } catch (IllegalArgumentException e) {
            // An escape that is none, which the parser before this one passed over too.
        }
    }
}
