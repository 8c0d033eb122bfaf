package dev.understudy.contract.mutant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** What the emulator answered, on its way through a damaging proxy. */
record Reply(int status, String contentType, byte[] body) {
    private static final JsonMapper JSON = new JsonMapper();

    boolean isJson() {
        return contentType.startsWith("application/json");
    }

    JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Reply with(int otherStatus, String json) {
        return new Reply(otherStatus, contentType, json.getBytes(StandardCharsets.UTF_8));
    }

    /** The same with its {@code data} changed, when it has any. */
    Reply withData(Consumer<ObjectNode> change) {
        if (!isJson() || !json().path("data").isObject()) {
            return this;
        }
        JsonNode root = json();
        change.accept((ObjectNode) root.get("data"));
        return with(status, root.toString());
    }

    /** The same with its outermost object changed. */
    Reply withRoot(Consumer<ObjectNode> change) {
        if (!isJson() || !json().isObject()) {
            return this;
        }
        JsonNode root = json();
        change.accept((ObjectNode) root);
        return with(status, root.toString());
    }

    Reply replacing(String text, String replacement) {
        return isJson() ? with(status, new String(body, StandardCharsets.UTF_8).replace(text, replacement)) : this;
    }
}
