package dev.understudy.contract.cassette;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.contract.evidence.EvidenceException;
import dev.understudy.contract.evidence.EvidenceJson;
import dev.understudy.contract.evidence.Exchange;
import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A cassette as the text of its file. Fields stand in one order always, so that two recordings can be compared line by line. */
final class CassetteJson {
    private CassetteJson() {}

    static String write(Cassette cassette) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("schema", Cassette.SCHEMA)
                .put("upstream", cassette.upstream().toString())
                .put("kit", cassette.kit())
                .put("recordedAt", cassette.recordedAt().toString())
                .put("beganMs", cassette.beganMs())
                .put("id", cassette.id())
                .put("model", cassette.model())
                .put("priceUsd", cassette.priceUsd().toPlainString())
                .put("complete", cassette.complete());
        cassette.sanitizers().forEach(node.putArray("sanitizers")::add);
        ArrayNode steps = node.putArray("steps");
        cassette.steps().forEach(step -> {
            ObjectNode one = steps.addObject().put("kind", step.kind().word()).put("afterMs", step.afterMs());
            one.setAll((ObjectNode) EvidenceJson.ofAll(List.of(step.exchange())).get(0));
        });
        return node.toPrettyString() + "\n";
    }

    /**
     * @throws EvidenceException when the text is not a cassette in the format of this version
     */
    static Cassette read(String name, String text) {
        try {
            JsonNode node = EvidenceJson.parse(text);
            if (node.path("schema").asInt() != Cassette.SCHEMA) {
                throw new EvidenceException("The cassette " + name + " has schema "
                        + node.path("schema").asText("none") + ", this kit reads " + Cassette.SCHEMA);
            }
            List<String> sanitizers = new ArrayList<>();
            node.path("sanitizers").forEach(id -> sanitizers.add(id.textValue()));
            return new Cassette(
                    name,
                    URI.create(node.required("upstream").textValue()),
                    node.required("kit").textValue(),
                    Instant.parse(node.required("recordedAt").textValue()),
                    node.required("beganMs").longValue(),
                    node.required("id").textValue(),
                    node.required("model").textValue(),
                    new BigDecimal(node.required("priceUsd").textValue()),
                    node.required("complete").booleanValue(),
                    sanitizers,
                    steps(node.required("steps")));
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException | NullPointerException e) {
            throw new EvidenceException("Not a cassette: " + name + ": " + e.getMessage(), e);
        }
    }

    private static List<Step> steps(JsonNode array) {
        List<Exchange> exchanges = EvidenceJson.exchanges(array);
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < exchanges.size(); i++) {
            JsonNode node = array.get(i);
            String kind = node.required("kind").textValue().toUpperCase(Locale.ROOT);
            steps.add(new Step(Step.Kind.valueOf(kind), node.required("afterMs").longValue(), exchanges.get(i)));
        }
        return steps;
    }
}
