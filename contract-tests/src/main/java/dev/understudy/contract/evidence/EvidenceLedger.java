package dev.understudy.contract.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@code ledger.json}: when each case last held on the real service. Written by runs, never by hand.
 *
 * @param entries by case id
 */
public record EvidenceLedger(SortedMap<String, Entry> entries) {
    private static final JsonMapper MAPPER = new JsonMapper();

    /**
     * @param durationMs how long the case took
     * @param costUsd what it spent
     * @param kit the version that ran it
     */
    public record Entry(Instant lastVerifiedAt, long durationMs, BigDecimal costUsd, String kit) {}

    public EvidenceLedger {
        entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
    }

    public static EvidenceLedger empty() {
        return new EvidenceLedger(new TreeMap<>());
    }

    public Optional<Instant> lastVerifiedAt(String caseId) {
        return Optional.ofNullable(entries.get(caseId)).map(Entry::lastVerifiedAt);
    }

    EvidenceLedger with(String caseId, Entry entry) {
        SortedMap<String, Entry> more = new TreeMap<>(entries);
        more.put(caseId, entry);
        return new EvidenceLedger(more);
    }

    String json() {
        ObjectNode node = MAPPER.createObjectNode();
        entries.forEach((caseId, entry) -> node.putObject(caseId)
                .put("lastVerifiedAt", entry.lastVerifiedAt().toString())
                .put("result", "PASS")
                .put("durationMs", entry.durationMs())
                .put("costUsd", entry.costUsd().toPlainString())
                .put("kit", entry.kit()));
        return node.toPrettyString() + "\n";
    }

    /**
     * @throws EvidenceException when the text is no ledger
     */
    static EvidenceLedger read(String json) {
        try {
            SortedMap<String, Entry> entries = new TreeMap<>();
            for (Map.Entry<String, JsonNode> field : MAPPER.readTree(json).properties()) {
                entries.put(field.getKey(), entry(field.getValue()));
            }
            return new EvidenceLedger(entries);
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException | NullPointerException e) {
            throw new EvidenceException("The ledger of the evidence cannot be read: " + e.getMessage(), e);
        }
    }

    private static Entry entry(JsonNode node) {
        return new Entry(
                Instant.parse(node.required("lastVerifiedAt").textValue()),
                node.required("durationMs").longValue(),
                new BigDecimal(node.required("costUsd").textValue()),
                node.required("kit").textValue());
    }
}
