package dev.understudy.contract.mutant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What the suite asked for, on its way through a damaging proxy. */
record Asked(String method, String path, String authorization, byte[] body) {
    private static final JsonMapper JSON = new JsonMapper();

    /** The body; a missing node when it is no JSON. */
    JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    boolean isSubmission() {
        return method.equals("POST") && path.startsWith("/api/v3/openai/");
    }

    boolean isCall(String wantedMethod, String wantedPath) {
        return method.equals(wantedMethod) && path.equals(wantedPath);
    }

    Asked with(String json) {
        return new Asked(method, path, authorization, json.getBytes(StandardCharsets.UTF_8));
    }
}
