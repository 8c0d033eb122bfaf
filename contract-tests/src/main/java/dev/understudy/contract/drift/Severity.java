package dev.understudy.contract.drift;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;

/** How much a difference matters to a client; the worst last. */
public enum Severity {
    /** Allowed by a rule of the normaliser, or seen only in passing. */
    @JsonProperty("noise")
    NOISE,
    /** Something new, or another text for people. */
    @JsonProperty("notable")
    NOTABLE,
    /** Something gone, of another type, or another word where clients branch. */
    @JsonProperty("breaking")
    BREAKING;

    // Clients branch on these: HTTP status, envelope code, state, model.
    private static final Set<String> WORDS_TO_BRANCH_ON = Set.of("status", "code", "model", "content-type");

    /** The severity of a difference between what sources have at one place. */
    static Severity of(String path, Map<Source, JsonNode> values, Set<Source> asked) {
        // What is recorded is the measure, as it is for the class; without a recording it is the real service.
        Source measure = asked.contains(Source.EVIDENCE) ? Source.EVIDENCE : Source.LIVE;
        return asked.contains(measure)
                ? asked.stream()
                        .map(source -> of(path, values.get(measure), values.get(source)))
                        .max(Comparator.naturalOrder())
                        .orElse(NOISE)
                : NOISE;
    }

    private static Severity of(String path, JsonNode expected, JsonNode actual) {
        if (expected == null || actual == null) {
            return expected == actual ? NOISE : actual == null ? ofLoss(path) : NOTABLE;
        }
        if (expected.equals(actual)) {
            return NOISE;
        }
        boolean sameType = expected.getNodeType() == actual.getNodeType()
                && expected.isIntegralNumber() == actual.isIntegralNumber();
        return !sameType || WORDS_TO_BRANCH_ON.contains(lastName(path)) ? BREAKING : NOTABLE;
    }

    // A client must do without most headers, but not without knowing what it reads.
    private static Severity ofLoss(String path) {
        return path.startsWith("$.response.headers.") && !lastName(path).equals("content-type") ? NOTABLE : BREAKING;
    }

    private static String lastName(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
