package dev.understudy.contract.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.understudy.contract.drift.Drift;
import dev.understudy.contract.drift.Seen;
import dev.understudy.contract.drift.Source;
import dev.understudy.contract.evidence.CaseEvidence;
import dev.understudy.contract.evidence.EvidenceJson;
import dev.understudy.contract.evidence.Normaliser;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * What one source showed of one case.
 *
 * @param origin of the target, without a path
 * @param exchanges an array in the form of the evidence
 */
record Sighting(URI origin, JsonNode exchanges) {
    Sighting {
        exchanges = Clipping.clip(exchanges);
    }

    static Sighting of(CaseEvidence evidence) {
        return new Sighting(evidence.origin(), EvidenceJson.ofAll(evidence.exchanges()));
    }

    /** What the source showed in a case that was reported. */
    static Sighting of(Source source, String origin, List<Drift.Exchange> exchanges) {
        ArrayNode array = EvidenceJson.ofAll(List.of());
        exchanges.stream()
                .filter(exchange -> exchange.seen().containsKey(source))
                .forEach(exchange -> array.add(exchange.seen().get(source)));
        return new Sighting(URI.create(origin), array);
    }

    List<Seen> comparable() {
        JsonNode normalised = Normaliser.standard()
                .normalise(origin, EvidenceJson.exchanges(exchanges))
                .exchanges();
        List<Seen> seen = new ArrayList<>();
        for (int i = 0; i < normalised.size(); i++) {
            seen.add(new Seen(exchanges.get(i), normalised.get(i)));
        }
        return seen;
    }
}
