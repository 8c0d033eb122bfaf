package dev.understudy.contract.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Evidence as JSON: the form of the files, and of what the normaliser compares. */
public final class EvidenceJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private EvidenceJson() {}

    /** The file of one case. */
    public static String write(CaseEvidence evidence) {
        ObjectNode node = MAPPER.createObjectNode()
                .put("schema", CaseEvidence.SCHEMA)
                .put("caseId", evidence.caseId())
                .put("origin", evidence.origin().toString())
                .put("recordedAt", evidence.recordedAt().toString())
                .put("kit", evidence.kit());
        evidence.variables().forEach(node.putObject("variables")::put);
        node.put("costUsd", evidence.costUsd().toPlainString());
        evidence.sanitizers().forEach(node.putArray("sanitizers")::add);
        node.set("exchanges", ofAll(evidence.exchanges()));
        return node.toPrettyString() + "\n";
    }

    /**
     * @throws EvidenceException when the text is not the file of a case in the format of this version
     */
    public static CaseEvidence read(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            int schema = node.path("schema").asInt();
            if (schema != CaseEvidence.SCHEMA) {
                throw new EvidenceException(
                        "Evidence has schema " + schema + ", this kit reads " + CaseEvidence.SCHEMA);
            }
            return new CaseEvidence(
                    node.required("caseId").textValue(),
                    URI.create(node.required("origin").textValue()),
                    Instant.parse(node.required("recordedAt").textValue()),
                    node.required("kit").textValue(),
                    texts(node.path("variables")),
                    new BigDecimal(node.required("costUsd").textValue()),
                    elements(node.path("sanitizers")).stream()
                            .map(JsonNode::textValue)
                            .toList(),
                    exchanges(node.required("exchanges")));
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException | NullPointerException e) {
            throw new EvidenceException("Not a file of evidence: " + e.getMessage(), e);
        }
    }

    /** Exchanges as an array. */
    public static ArrayNode ofAll(List<Exchange> exchanges) {
        ArrayNode array = MAPPER.createArrayNode();
        exchanges.forEach(exchange -> array.add(of(exchange)));
        return array;
    }

    /**
     * The inverse of {@link #ofAll}.
     *
     * @throws IllegalArgumentException when something is missing
     */
    public static List<Exchange> exchanges(JsonNode array) {
        return elements(array).stream().map(EvidenceJson::exchange).toList();
    }

    /** Numbers keep all their digits. */
    public static JsonNode parse(String text) throws JsonProcessingException {
        return MAPPER.readTree(text);
    }

    private static ObjectNode of(Exchange exchange) {
        ObjectNode node = MAPPER.createObjectNode();
        ObjectNode request = node.putObject("request")
                .put("method", exchange.request().method())
                .put("path", exchange.request().path())
                .put("auth", exchange.request().auth().word());
        headers(request, exchange.request().headers());
        BodyJson.put(request, exchange.request().body());
        ObjectNode response =
                node.putObject("response").put("status", exchange.response().status());
        headers(response, exchange.response().headers());
        BodyJson.put(response, exchange.response().body());
        return node.put("tookMs", exchange.tookMs());
    }

    private static void headers(ObjectNode node, Map<String, String> headers) {
        if (!headers.isEmpty()) {
            headers.forEach(node.putObject("headers")::put);
        }
    }

    private static Exchange exchange(JsonNode node) {
        JsonNode request = node.required("request");
        JsonNode response = node.required("response");
        return new Exchange(
                new Exchange.Request(
                        request.required("method").textValue(),
                        request.required("path").textValue(),
                        Auth.ofWord(request.required("auth").textValue()),
                        texts(request.path("headers")),
                        BodyJson.get(request)),
                new Exchange.Response(
                        response.required("status").intValue(),
                        texts(response.path("headers")),
                        BodyJson.get(response)),
                node.path("tookMs").asLong());
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new TreeMap<>();
        object.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }

    private static List<JsonNode> elements(JsonNode array) {
        List<JsonNode> elements = new ArrayList<>();
        array.forEach(elements::add);
        return elements;
    }
}
