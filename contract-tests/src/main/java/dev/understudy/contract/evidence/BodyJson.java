package dev.understudy.contract.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** A body as one field of its message: {@code body}, {@code text}, {@code media} or {@code parts}; none for no body. */
final class BodyJson {
    private BodyJson() {}

    // instanceof, because Java 17 has no patterns in switch.
    static void put(ObjectNode message, Body body) {
        if (body instanceof Body.Json json) {
            message.set("body", json.value());
        } else if (body instanceof Body.Text text) {
            message.put("text", text.text());
        } else if (body instanceof Body.Media media) {
            message.set("media", media(message.objectNode(), media));
        } else if (body instanceof Body.Parts parts) {
            ArrayNode array = message.putArray("parts");
            parts.parts().forEach(part -> {
                ObjectNode node = array.addObject()
                        .put("name", part.name())
                        .put("filename", part.filename())
                        .put("contentType", part.contentType());
                node.set("media", media(node.objectNode(), part.media()));
            });
        }
    }

    static Body get(JsonNode message) {
        if (message.has("body")) {
            return new Body.Json(message.get("body"));
        }
        if (message.has("text")) {
            return new Body.Text(message.get("text").textValue());
        }
        if (message.has("media")) {
            return media(message.get("media"));
        }
        return message.has("parts") ? parts(message.get("parts")) : new Body.None();
    }

    private static ObjectNode media(ObjectNode node, Body.Media media) {
        node.put("length", media.length()).put("sha256", media.sha256());
        return media.base64().isEmpty() ? node : node.put("base64", media.base64());
    }

    private static Body.Media media(JsonNode node) {
        return new Body.Media(
                node.required("length").longValue(),
                node.required("sha256").textValue(),
                node.path("base64").asText(""));
    }

    private static Body.Parts parts(JsonNode array) {
        List<Body.Part> parts = new ArrayList<>();
        array.forEach(node -> parts.add(new Body.Part(
                node.required("name").textValue(),
                node.required("filename").textValue(),
                node.required("contentType").textValue(),
                media(node.required("media")))));
        return new Body.Parts(parts);
    }
}
