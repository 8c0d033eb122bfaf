package dev.understudy.contract.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run knows of a case beside its outcome. The extension publishes it as one report entry of the test, so that every
 * listener of every launcher gets it.
 *
 * @param origin of the target that answered
 * @param spentUsd what was spent while the case ran
 * @param exchanges sanitised
 */
public record CaseRecord(URI origin, BigDecimal spentUsd, List<Exchange> exchanges) {
    private static final String KEY = "contract.said";

    public CaseRecord {
        exchanges = List.copyOf(exchanges);
    }

    /** As a report entry: one key, and JSON with {@code origin}, {@code costUsd} and {@code exchanges}. */
    public Map<String, String> entry() {
        ArrayNode array = EvidenceJson.ofAll(exchanges);
        ObjectNode node = array.objectNode().put("origin", origin.toString()).put("costUsd", spentUsd.toPlainString());
        return Map.of(KEY, node.set("exchanges", array).toString());
    }

    /** The inverse of {@link #entry}; empty for an entry of any other kind. */
    public static Optional<CaseRecord> in(Map<String, String> entry) {
        if (!entry.containsKey(KEY)) {
            return Optional.empty();
        }
        try {
            JsonNode node = EvidenceJson.parse(entry.get(KEY));
            return Optional.of(new CaseRecord(
                    URI.create(node.required("origin").textValue()),
                    new BigDecimal(node.required("costUsd").textValue()),
                    EvidenceJson.exchanges(node.required("exchanges"))));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new EvidenceException("The kit has published what it cannot read", e);
        }
    }
}
