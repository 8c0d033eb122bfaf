package dev.understudy.contract.report;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** {@code report.json}, schema 1. Nothing is verified against the real service yet, and the report says so. */
final class JsonReport {
    private static final JsonMapper MAPPER = new JsonMapper();

    private JsonReport() {}

    static String of(RunReport report) {
        ObjectNode root = MAPPER.createObjectNode()
                .put("schema", 1)
                .put("target", report.target())
                .put("startedAt", report.startedAt().toString())
                .put("kit", RunReport.kit());
        root.set("verdict", verdict(report.verdict()));
        ArrayNode cases = root.putArray("cases");
        report.results().forEach(result -> cases.add(caseNode(result)));
        return root.toPrettyString() + "\n";
    }

    private static ObjectNode verdict(Verdict verdict) {
        ObjectNode node = MAPPER.createObjectNode()
                .put("exit", verdict.exit())
                .put("executed", verdict.executed())
                .put("manifest", verdict.manifest())
                .put("verified", 0)
                .put("verifiable", verdict.verifiable())
                .put("spentUsd", "0.000");
        verdict.doubts().forEach(node.putArray("couldNotLook")::add);
        return node;
    }

    private static ObjectNode caseNode(CaseResult result) {
        ObjectNode node = MAPPER.createObjectNode()
                .put("id", result.id())
                .put("outcome", result.outcome().name())
                .put("standing", result.definition().standing());
        result.definition().claims().forEach(node.putArray("claims")::add);
        node.putNull("verifiedAt");
        node.putObject("drift").put("class", "UNVERIFIED").putArray("differences");
        node.put("costUsd", "0.000");
        node.put("priceUsd", result.definition().cost().usd().toPlainString());
        node.put("tookMs", result.tookMs());
        if (!result.message().isEmpty()) {
            node.put("message", result.message());
        }
        return node;
    }
}
