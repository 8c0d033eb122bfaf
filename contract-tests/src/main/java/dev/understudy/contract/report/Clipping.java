package dev.understudy.contract.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * Keeps reports small, whatever a target says. All sources are clipped alike, so what is compared stays comparable; and what
 * was clipped once, such as what is read from a report, stays as it is.
 */
final class Clipping {
    private static final int LONGEST_TEXT = 2_000;
    private static final int MOST_ELEMENTS = 100;
    // What is clipped is a little longer than the limit by the note at its end.
    private static final int ROOM_FOR_NOTE = 40;

    private Clipping() {}

    /** A copy in which long texts and lists end with how much there was of them. */
    static JsonNode clip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = object.objectNode();
            object.properties().forEach(field -> copy.set(field.getKey(), clip(field.getValue())));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = array.arrayNode();
            boolean tooMany = array.size() > MOST_ELEMENTS + 1;
            for (int i = 0; i < (tooMany ? MOST_ELEMENTS : array.size()); i++) {
                copy.add(clip(array.get(i)));
            }
            return tooMany ? copy.add("… of " + array.size()) : copy;
        }
        return node.isTextual() ? clip(node.textValue()) : node;
    }

    private static TextNode clip(String text) {
        return TextNode.valueOf(
                text.length() <= LONGEST_TEXT + ROOM_FOR_NOTE
                        ? text
                        : text.substring(0, LONGEST_TEXT) + "… (of " + text.length() + " characters)");
    }
}
