package dev.understudy.contract.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.contract.CaseDefinition;
import dev.understudy.contract.Suite;
import dev.understudy.contract.drift.DriftClass;
import dev.understudy.contract.drift.Severity;
import dev.understudy.contract.evidence.CaseEvidence;
import dev.understudy.contract.evidence.CaseRecord;
import dev.understudy.contract.evidence.EvidenceJson;
import dev.understudy.contract.evidence.Exchange;
import dev.understudy.contract.target.TargetKind;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What canned recordings and runs of one case come to. Each file of {@code golden/} has what the sources showed; beside it
 * stands the report of all together. A report that differs is left in {@code target/golden} to be looked at.
 */
class GoldenDriftTest {
    private static final Path GOLDEN = Path.of("src/test/resources/dev/understudy/contract/golden");
    private static final URI REAL = URI.create("https://api.wavespeed.ai");
    private static final URI STAND_IN = URI.create("http://127.0.0.1:8080");
    private static final CaseDefinition CASE = Suite.cases().stream()
            .filter(definition -> definition.id().equals("characters.create.accepted"))
            .findFirst()
            .orElseThrow();
    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "in-parity",
                "emulator-gap",
                "provider-changed",
                "both",
                "unverified",
                "could-not-look",
                "absent-null-empty"
            })
    void canned_sources_come_to_the_report_beside_them(String name) throws IOException {
        Report report = merged(name);
        Schema.assertValid(report.json());
        JsonNode found = JSON.readTree(report.json());
        Files.createDirectories(Path.of("target/golden"));
        Files.writeString(Path.of("target/golden", name + ".report.json"), found.toPrettyString() + "\n");

        ObjectNode expected =
                (ObjectNode) JSON.readTree(GOLDEN.resolve(name + ".report.json").toFile());
        assertThat(found).isEqualTo(expected.put("kit", RunReport.kit()));
    }

    @Test
    void each_class_and_each_severity_occurs() throws IOException {
        Set<DriftClass> classes = EnumSet.noneOf(DriftClass.class);
        Set<Severity> severities = EnumSet.noneOf(Severity.class);
        for (String name :
                List.of("in-parity", "emulator-gap", "provider-changed", "both", "unverified", "could-not-look")) {
            Report report = merged(name);
            report.cases().forEach(entry -> {
                classes.add(entry.drift().type());
                entry.drift().differences().forEach(difference -> severities.add(difference.severity()));
            });
        }
        assertThat(classes).containsExactlyInAnyOrder(DriftClass.values());
        assertThat(severities).containsExactlyInAnyOrder(Severity.values());
    }

    private static Report merged(String name) throws IOException {
        JsonNode sources = JSON.readTree(GOLDEN.resolve(name + ".json").toFile());
        List<Report> runs = new ArrayList<>();
        runs.add(run("emulator", TargetKind.EMULATOR, STAND_IN, sources.path("emulator")));
        if (sources.has("live")) {
            runs.add(run("live", TargetKind.LIVE, REAL, sources.path("live")));
        }
        return MergedReport.of(runs, known(sources.path("evidence")), List.of(CASE.id()));
    }

    private static Known known(JsonNode evidence) {
        if (evidence.isMissingNode()) {
            return Known.NOTHING;
        }
        CaseEvidence recorded = new CaseEvidence(
                CASE.id(),
                REAL,
                Instant.parse("2026-11-01T08:00:00Z"),
                "0.1.0",
                Map.of(),
                new BigDecimal("0.001"),
                List.of(),
                exchanges(evidence));
        return new Known(Map.of(CASE.id(), recorded), Map.of(CASE.id(), recorded.recordedAt()));
    }

    private static Report run(String target, TargetKind kind, URI origin, JsonNode run) {
        CaseRecord record = new CaseRecord(origin, new BigDecimal("0.000"), exchanges(run.path("exchanges")));
        CaseResult result = new CaseResult(
                CASE,
                "an accepted submission",
                Outcome.valueOf(run.path("outcome").asText("PASS")),
                run.path("message").asText(),
                40,
                Optional.of(record));
        return new RunReport(target, kind, Instant.parse("2026-11-21T09:00:00Z"), Map.of("java", "17"), Known.NOTHING)
                .of(List.of(result));
    }

    private static List<Exchange> exchanges(JsonNode array) {
        return EvidenceJson.exchanges(array);
    }
}
