package dev.understudy.contract.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Makes two recordings of one case comparable. It replaces values, never structure: a field that is missing, null or
 * empty stays so. What does not look like what a rule erases is left in its place and named as a problem.
 */
public final class Normaliser {
    private static final Set<String> WAITING = Set.of("created", "queued", "processing");
    private static final String POLL = ".*/predictions/[^/]+(/result)?";

    private final List<Rule> rules;

    public Normaliser(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** With the kit's own rules. */
    public static Normaliser standard() {
        return new Normaliser(Rules.STANDARD);
    }

    /**
     * @param origin of the target that answered, without a path
     */
    public Normalised normalise(URI origin, List<Exchange> exchanges) {
        ArrayNode document = EvidenceJson.ofAll(exchanges);
        document.forEach(exchange -> makeAbsolute(origin, (ObjectNode) exchange));
        References references = new References(origin);
        Erasure erasure = new Erasure(rules, references);
        document.forEach(exchange -> erasure.apply((ObjectNode) exchange));
        JsonNode replaced = references.replaceIn(document);
        Set<String> used = new TreeSet<>(erasure.used());
        if (references.sawOrigin()) {
            used.add(Rules.ORIGIN);
        }
        ArrayNode settled = settle(replaced, used);
        return new Normalised(settled, used, erasure.problems());
    }

    /** The ids of the rules that were of no use in a whole run. They may hide a change: what they look for has moved. */
    public Set<String> dead(Set<String> usedInRun) {
        return rules.stream()
                .map(Rule::id)
                .filter(id -> !usedInRun.contains(id))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    // So that a path on the target is the same text as in the answer that gave it away.
    private static void makeAbsolute(URI origin, ObjectNode exchange) {
        exchange.remove("tookMs");
        ObjectNode request = (ObjectNode) exchange.get("request");
        String path = request.get("path").textValue();
        if (path.startsWith("/")) {
            request.put("path", origin + path);
        }
    }

    // How often a poll finds a job waiting, and in which of the three states, is a matter of speed.
    private static ArrayNode settle(JsonNode exchanges, Set<String> used) {
        List<JsonNode> settled = new ArrayList<>();
        Set<JsonNode> waiting = new HashSet<>();
        for (JsonNode exchange : exchanges) {
            if (!isWaitingPoll(exchange)) {
                settled.add(exchange);
                continue;
            }
            used.add(Rules.WAITING);
            ((ObjectNode) exchange.at("/response/body/data")).put("status", "<waiting>");
            ((ObjectNode) exchange).put("optional", true);
            if (waiting.add(exchange)) {
                settled.add(exchange);
            }
        }
        return ((ArrayNode) exchanges).arrayNode().addAll(settled);
    }

    private static boolean isWaitingPoll(JsonNode exchange) {
        return exchange.at("/request/method").asText().equals("GET")
                && exchange.at("/request/path").asText().matches(POLL)
                && WAITING.contains(exchange.at("/response/body/data/status").asText());
    }
}
