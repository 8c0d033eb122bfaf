package dev.understudy.contract.cassette;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.understudy.contract.api.Reply;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is answered in the service's place: in its envelope, so that clients show the message, and with a header that says so. */
final class Problems {
    private Problems() {}

    /**
     * @param nearest the recorded call that is most like the one that was asked; empty when it does not matter
     */
    static Reply of(int status, String message, String nearest) {
        String json = JsonNodeFactory.instance
                .objectNode()
                .put("code", status)
                .put("message", message)
                .toString();
        Map<String, List<String>> headers = new TreeMap<>();
        headers.put("content-type", List.of("application/json"));
        headers.put("x-understudy-problem", List.of("not from the service"));
        if (!nearest.isEmpty()) {
            headers.put("x-understudy-nearest", List.of(nearest));
        }
        return new Reply(status, headers, json.getBytes(StandardCharsets.UTF_8));
    }
}
