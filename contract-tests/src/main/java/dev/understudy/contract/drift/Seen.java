package dev.understudy.contract.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Set;

/**
 * One exchange, {@code {"request":{…},"response":{…}}}.
 *
 * @param raw as it was on the wire, without secrets; this is shown
 * @param normalised with what differs in every run replaced; this is compared
 */
public record Seen(JsonNode raw, JsonNode normalised) {
    private static final Set<String> WAITING = Set.of("created", "queued", "processing");

    /** The request as people name it, such as {@code GET /api/v3/predictions/<prediction-id:1>}. */
    String request() {
        JsonNode request = normalised.path("request");
        return request.path("method").asText() + " " + request.path("path").asText();
    }

    /** What exchanges with the same question have in common, by whoever asks. */
    String question() {
        return request() + " " + normalised.at("/request/auth").asText();
    }

    /** Whether it is a poll that met a job on its way. How many do, and in which states, is a matter of speed. */
    boolean isPassing() {
        return request().startsWith("GET ") && WAITING.contains(state());
    }

    String state() {
        return normalised.at("/response/body/data/status").asText();
    }

    /** The answer in a few words, for an exchange that other sources do not have at all. */
    JsonNode answer() {
        return TextNode.valueOf("HTTP " + normalised.at("/response/status").asText());
    }
}
