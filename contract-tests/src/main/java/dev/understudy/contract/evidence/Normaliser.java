package dev.understudy.contract.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Makes two recordings of one case comparable. It replaces values, never structure: a field that is missing, null or
 * empty stays so. What does not look like what a rule erases is left in its place and named as a problem.
 */
public final class Normaliser {
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
        // A copy, since bodies stand in it as they are, and what is given must stay as it was.
        ArrayNode document = EvidenceJson.ofAll(exchanges).deepCopy();
        document.forEach(exchange -> makeAbsolute(origin, (ObjectNode) exchange));
        References references = new References(origin);
        Erasure erasure = new Erasure(rules, references);
        document.forEach(exchange -> erasure.apply((ObjectNode) exchange));
        JsonNode replaced = references.replaceIn(document);
        Set<String> used = new TreeSet<>(erasure.used());
        if (references.sawOrigin()) {
            used.add(Rules.ORIGIN);
        }
        return new Normalised(replaced, used, erasure.problems());
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
}
