package dev.understudy.contract.report;

import dev.understudy.contract.drift.Drift;
import dev.understudy.contract.drift.Source;
import dev.understudy.contract.evidence.EvidenceJson;
import dev.understudy.contract.register.Cost;
import dev.understudy.contract.report.Report.CaseEntry;
import dev.understudy.contract.report.Report.RunEntry;
import dev.understudy.contract.target.TargetKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * A run of the suite that is to be reported.
 *
 * @param target its name
 * @param environment what the run was told and where it ran, without secrets
 */
public record RunReport(
        String target, TargetKind kind, Instant startedAt, Map<String, String> environment, Known known) {
    public Report of(List<CaseResult> results) {
        List<CaseEntry> cases = results.stream()
                .map(result -> CaseComparison.of(List.of(entry(result)), known))
                .toList();
        return Report.of(target, kind.name(), startedAt.toString(), environment, cases, Manifest.ids(), List.of());
    }

    private CaseEntry entry(CaseResult result) {
        RunEntry run = new RunEntry(
                target,
                kind.name(),
                startedAt.toString(),
                result.record().map(record -> record.origin().toString()).orElse(""),
                result.outcome(),
                result.tookMs(),
                result.message());
        return new CaseEntry(
                result.id(),
                result.title(),
                result.outcome(),
                result.definition().standing(),
                result.definition().claims(),
                null,
                price(result.definition().cost()),
                result.spentUsd().toPlainString(),
                List.of(run),
                null,
                exchanges(result));
    }

    private static String price(Cost cost) {
        return cost.isUnpriced() ? null : cost.usd().toPlainString();
    }

    private List<Drift.Exchange> exchanges(CaseResult result) {
        Source source = Source.ofKind(kind.name()).orElse(Source.EVIDENCE);
        List<Drift.Exchange> exchanges = new ArrayList<>();
        result.record()
                .map(record -> EvidenceJson.ofAll(record.exchanges()))
                .ifPresent(said ->
                        said.forEach(exchange -> exchanges.add(new Drift.Exchange("", Map.of(source, exchange)))));
        return exchanges;
    }

    /** The version of the kit. */
    public static String kit() {
        Properties properties = new Properties();
        try (InputStream in = RunReport.class.getResourceAsStream("/dev/understudy/contract/kit.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }
}
