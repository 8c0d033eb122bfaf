package dev.understudy.contract.cassette;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.understudy.contract.evidence.Body;
import dev.understudy.contract.evidence.EvidenceJson;
import dev.understudy.contract.evidence.Origins;
import dev.understudy.contract.spend.Operation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a client asks, as it was on the wire.
 *
 * @param url the path with its query
 * @param headers by name in lower case
 * @param body in the form of the evidence
 */
record Call(String method, String url, Map<String, List<String>> headers, byte[] bytes, Body body) {
    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).map(values -> values.get(0));
    }

    String path() {
        return url.split("\\?", 2)[0];
    }

    /** Where the client believes the service to be. */
    String base() {
        return "http://" + header("host").orElse("127.0.0.1");
    }

    /** The same call with another address, and that address in its body in place of the one that the client knows. */
    Call sentTo(String origin, String otherUrl) {
        boolean isText = body instanceof Body.Json || body instanceof Body.Text;
        String text = isText ? new String(bytes, StandardCharsets.UTF_8) : "";
        String translated = Origins.replace(text, base(), origin);
        if (translated.equals(text)) {
            return new Call(method, otherUrl, headers, bytes, body);
        }
        Body other = body instanceof Body.Json ? new Body.Json(json(translated)) : new Body.Text(translated);
        return new Call(method, otherUrl, headers, translated.getBytes(StandardCharsets.UTF_8), other);
    }

    Operation operation() {
        JsonNode input = body instanceof Body.Json json ? json.value() : MissingNode.getInstance();
        // A key may stand where the kit does not look for it.
        return new Operation(method, path(), true, true, input);
    }

    private static JsonNode json(String text) {
        try {
            return EvidenceJson.parse(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An address in place of another has broken the JSON", e);
        }
    }
}
