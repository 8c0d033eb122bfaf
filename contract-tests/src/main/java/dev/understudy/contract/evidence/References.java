package dev.understudy.contract.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URI;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values that stand in more than one place, and what is written for each: identity stays, the value goes. */
final class References {
    /** A shorter value is too likely to be part of something else. */
    static final int SHORTEST = 6;

    private static final String ORIGIN_MARK = "<origin>";

    private final Map<String, String> marks = new LinkedHashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final String origin;
    private boolean sawOrigin;

    References(URI origin) {
        this.origin = origin.toString();
    }

    /** The first value of a name is number 1. */
    void add(String name, String value) {
        marks.computeIfAbsent(value, v -> '<' + name + ':' + counts.merge(name, 1, Integer::sum) + '>');
    }

    boolean sawOrigin() {
        return sawOrigin;
    }

    /** A copy in which all values are replaced, the longest first: one may be part of another. */
    JsonNode replaceIn(JsonNode node) {
        List<String> longestFirst = marks.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        return replaced(node, longestFirst);
    }

    private JsonNode replaced(JsonNode node, List<String> values) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = object.objectNode();
            object.properties().forEach(field -> copy.set(field.getKey(), replaced(field.getValue(), values)));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = array.arrayNode();
            array.forEach(element -> copy.add(replaced(element, values)));
            return copy;
        }
        return node.isTextual() ? TextNode.valueOf(replaced(node.textValue(), values)) : node;
    }

    private String replaced(String text, List<String> values) {
        String result = text;
        for (String value : values) {
            result = result.replace(value, marks.get(value));
        }
        String withoutOrigin = Origins.replace(result, origin, ORIGIN_MARK);
        sawOrigin |= !withoutOrigin.equals(result);
        return withoutOrigin;
    }
}
