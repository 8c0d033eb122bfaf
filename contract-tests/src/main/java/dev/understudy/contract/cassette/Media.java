package dev.understudy.contract.cassette;

import dev.understudy.contract.api.Reply;
import dev.understudy.contract.evidence.Bodies;
import dev.understudy.contract.evidence.Body;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files in an exchange, of which a cassette has the digests alone. */
final class Media {
    private static final Pattern BOUNDARY = Pattern.compile("(?i)boundary=\"?([^\";]+)");

    private Media() {}

    static List<byte[]> in(Call call, Reply reply) {
        List<byte[]> files = new ArrayList<>();
        if (call.body() instanceof Body.Media) {
            files.add(call.bytes());
        } else if (call.body() instanceof Body.Parts) {
            files.addAll(parts(call));
        }
        if (Bodies.of(reply.header("content-type"), reply.body()) instanceof Body.Media) {
            files.add(reply.body());
        }
        return files;
    }

    // In Latin-1 one byte is one character, so the form can be cut as text.
    private static List<byte[]> parts(Call call) {
        Matcher boundary = BOUNDARY.matcher(call.header("content-type").orElse(""));
        if (!boundary.find()) {
            return List.of();
        }
        String form = new String(call.bytes(), StandardCharsets.ISO_8859_1);
        List<byte[]> parts = new ArrayList<>();
        for (String piece : form.split(Pattern.quote("--" + boundary.group(1)))) {
            int begin = piece.indexOf("\r\n\r\n");
            if (begin >= 0 && piece.substring(0, begin).contains("filename=") && piece.endsWith("\r\n")) {
                parts.add(piece.substring(begin + 4, piece.length() - 2).getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        return parts;
    }
}
