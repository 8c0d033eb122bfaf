package dev.understudy.contract.cassette;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.understudy.contract.evidence.Bodies;
import dev.understudy.contract.evidence.Body;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Puts type, length and digest in the place of media inside of text, and of any text that is too long to be read. */
final class Shortening {
    // Before the sanitisers, whose patterns would take minutes over megabytes without a blank.
    private static final int LONGEST = 32 * 1024;
    private static final Pattern DATA_URI =
            Pattern.compile("data:([\\w.+/-]*(?:;[\\w.+-]+=[\\w.+-]+)*);base64,([A-Za-z0-9+/_-]+={0,2})");

    private Shortening() {}

    static Body of(Body body) {
        if (body instanceof Body.Json json) {
            return new Body.Json(of(json.value()));
        }
        return body instanceof Body.Text text ? new Body.Text(of(text.text())) : body;
    }

    private static JsonNode of(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = object.objectNode();
            object.properties().forEach(field -> copy.set(field.getKey(), of(field.getValue())));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = array.arrayNode();
            array.forEach(element -> copy.add(of(element)));
            return copy;
        }
        return node.isTextual() ? TextNode.valueOf(of(node.textValue())) : node;
    }

    static String of(String text) {
        String shorter = DATA_URI.matcher(text).replaceAll(Shortening::digest);
        return shorter.length() > LONGEST
                ? "<text of " + text.length() + " characters, sha256 "
                        + Bodies.sha256(text.getBytes(StandardCharsets.UTF_8)) + ">"
                : shorter;
    }

    private static String digest(MatchResult uri) {
        String plain = uri.group(2).replace('-', '+').replace('_', '/');
        try {
            byte[] bytes = Base64.getDecoder().decode(plain);
            return "data:" + uri.group(1) + ";length=" + bytes.length + ";sha256=" + Bodies.sha256(bytes) + ",";
        } catch (IllegalArgumentException e) {
            byte[] bytes = plain.getBytes(StandardCharsets.US_ASCII);
            return "data:" + uri.group(1) + ";no-base64;length=" + bytes.length + ";sha256=" + Bodies.sha256(bytes)
                    + ",";
        }
    }
}
