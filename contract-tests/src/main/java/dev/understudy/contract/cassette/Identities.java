package dev.understudy.contract.cassette;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.understudy.contract.evidence.Body;
import dev.understudy.contract.evidence.EvidenceJson;
import dev.understudy.contract.evidence.Exchange;
import dev.understudy.contract.evidence.Origins;
import java.net.URI;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Leads from the ids and addresses of a recording to those that another service has given in their places. */
final class Identities {
    private static final Pattern IDENTITY = Pattern.compile("https?://\\S+|(char_|video_)?[0-9a-f]{32}");

    private final String recordedOrigin;
    private final String origin;
    private final Map<String, String> byRecorded = new HashMap<>();

    Identities(URI recordedOrigin, URI origin) {
        this.recordedOrigin = recordedOrigin.toString();
        this.origin = origin.toString();
    }

    /** Learns from two answers to the same question. */
    void learn(Exchange.Response recorded, Exchange.Response actual) {
        if (recorded.body() instanceof Body.Json one && actual.body() instanceof Body.Json other) {
            learn(one.value(), other.value());
        }
    }

    /** The request as the other service is to get it. */
    Exchange.Request translated(Exchange.Request request) {
        return new Exchange.Request(
                request.method(),
                translated(request.path()),
                request.auth(),
                request.headers(),
                translated(request.body()));
    }

    private Body translated(Body body) {
        if (body instanceof Body.Json json) {
            return new Body.Json(parsed(translated(json.value().toString())));
        }
        return body instanceof Body.Text text ? new Body.Text(translated(text.text())) : body;
    }

    private String translated(String text) {
        List<String> longestFirst = byRecorded.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        String result = text;
        for (String recorded : longestFirst) {
            result = result.replace(recorded, byRecorded.get(recorded));
            // Of an address on the service itself, requests have the path alone.
            if (recorded.startsWith(recordedOrigin) && result.startsWith("/")) {
                result = result.replace(
                        recorded.substring(recordedOrigin.length()),
                        byRecorded.get(recorded).replace(origin, ""));
            }
        }
        return Origins.replace(result, recordedOrigin, origin);
    }

    private void learn(JsonNode recorded, JsonNode actual) {
        if (recorded.isTextual() && actual.isTextual()) {
            String one = recorded.textValue();
            if (!one.equals(actual.textValue()) && IDENTITY.matcher(one).matches()) {
                byRecorded.put(one, actual.textValue());
            }
        } else if (recorded.isObject() && actual.isObject()) {
            recorded.properties().forEach(field -> learn(field.getValue(), actual.path(field.getKey())));
        } else if (recorded.isArray() && actual.isArray()) {
            for (int i = 0; i < Math.min(recorded.size(), actual.size()); i++) {
                learn(recorded.get(i), actual.get(i));
            }
        }
    }

    private static JsonNode parsed(String json) {
        try {
            return EvidenceJson.parse(json);
        } catch (JsonProcessingException e) {
            return JsonNodeFactory.instance.textNode(json);
        }
    }
}
