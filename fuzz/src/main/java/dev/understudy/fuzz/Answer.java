package dev.understudy.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** @param why the reason of a refusal; null for none */
record Answer(int status, String type, String why, byte[] body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** That it is no mistake of the emulator, and has the shape that the provider's errors have. */
    void check(String path) {
        // The guide documents a 500 for a clip that cannot be read. A mistake of ours has no reason to give.
        Finding.unless(status < 500 || why != null, "a mistake of the emulator itself: " + this);
        Finding.unless(status != 503, "unavailable: " + this);
        if (type != null && type.contains("json")) {
            JsonNode json = json();
            Finding.unless(status < 400 || isError(path, json), "not this provider's error: " + this);
        } else {
            Finding.unless(status < 400, "an error that is no JSON: " + this);
        }
    }

    private boolean isError(String path, JsonNode json) {
        if (path.startsWith("/__understudy/")) {
            return json.path("status").asInt() == status && json.path("title").isTextual();
        }
        if (path.startsWith("/api/")) {
            return json.path("code").asInt() == status && json.path("message").isTextual();
        }
        if (path.startsWith("/v1/sora/") || path.startsWith("/v1/videos")) {
            JsonNode error = json.path("error");
            return error.path("message").isTextual()
                    && List.of("message", "type", "param", "code").stream().allMatch(error::has);
        }
        // Submissions to each::labs are refused with an empty object, as the provider says of its production.
        return json.path("error").isTextual() || json.isObject() && json.isEmpty();
    }

    private JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new Finding("said to be JSON: " + this, e);
        }
    }

    @Override
    public String toString() {
        return status + " " + type + " (" + why + ") " + new String(body, StandardCharsets.UTF_8);
    }
}
