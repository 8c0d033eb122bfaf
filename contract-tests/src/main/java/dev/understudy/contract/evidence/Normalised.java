package dev.understudy.contract.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/**
 * Exchanges without what differs from run to run.
 *
 * @param exchanges an array of {@code {"request":{…},"response":{…}}} in the form of {@link EvidenceJson}, one for each
 *     that was given, in their order
 * @param rulesUsed the ids of the rules that found something
 * @param problems values that a rule was to erase and that are not what it is for; they stay in the exchanges
 */
public record Normalised(JsonNode exchanges, Set<String> rulesUsed, List<String> problems) {
    public Normalised {
        rulesUsed = Set.copyOf(rulesUsed);
        problems = List.copyOf(problems);
    }
}
