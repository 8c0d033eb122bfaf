package dev.understudy.media.source;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/** RFC 2397 data URIs with base64 content. */
final class DataUri {

    private DataUri() {}

    static boolean is(String reference) {
        return reference.regionMatches(true, 0, "data:", 0, 5);
    }

    static byte[] decode(String reference) throws UnreadableMediaException {
        int comma = reference.indexOf(',');
        if (comma < 0) {
            throw new UnreadableMediaException("the data URI has no comma");
        }
        if (!reference.substring(0, comma).toLowerCase(Locale.ROOT).endsWith(";base64")) {
            throw new UnreadableMediaException("the data URI is not base64");
        }
        try {
            byte[] text = reference.getBytes(StandardCharsets.ISO_8859_1);
            ByteBuffer content = ByteBuffer.wrap(text, comma + 1, text.length - comma - 1);
            return Base64.getDecoder().decode(content).array();
        } catch (IllegalArgumentException e) {
            throw new UnreadableMediaException("the data URI does not hold valid base64");
        }
    }
}
