package dev.understudy.contract.report;

import dev.understudy.contract.drift.DriftClass;
import dev.understudy.contract.report.Report.CaseEntry;
import dev.understudy.contract.report.Report.Summary;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a run comes to, in words. */
final class Sentences {
    private static final Map<Outcome, String> WORDS = Map.of(
            Outcome.PASS, "pass",
            Outcome.KNOWN_GAP, "known gap",
            Outcome.FAIL, "fail",
            Outcome.ERROR, "could not look",
            Outcome.SKIPPED, "skipped");

    private Sentences() {}

    /** Such as {@code 52 cases on emulator: 52 pass. Verified against the real API: 0 of 52 verifiable. Spend: $0.000.} */
    static String verdict(String target, Summary summary, List<CaseEntry> cases) {
        String outcomes = Arrays.stream(Outcome.values())
                .filter(summary.outcomes()::containsKey)
                .sorted((a, b) -> summary.outcomes().get(b) - summary.outcomes().get(a))
                .map(outcome -> summary.outcomes().get(outcome) + " " + WORDS.get(outcome))
                .collect(Collectors.joining(", "));
        return String.format(
                "%s case%s %s: %s. %sVerified against the real API: %s of %s verifiable. Spend: $%s.",
                cases.size(),
                cases.size() == 1 ? "" : "s",
                target.equals(MergedReport.NAME) ? "compared" : "on " + target,
                outcomes.isEmpty() ? "none" : outcomes,
                target.equals(MergedReport.NAME) ? drift(summary, cases) : "",
                summary.verified(),
                summary.verifiable(),
                summary.spentUsd());
    }

    private static String drift(Summary summary, List<CaseEntry> cases) {
        Map<DriftClass, Long> classes = cases.stream()
                .filter(entry -> entry.drift() != null)
                .collect(Collectors.groupingBy(entry -> entry.drift().type(), Collectors.counting()));
        String counts = Arrays.stream(DriftClass.values())
                .filter(classes::containsKey)
                .map(type -> classes.get(type) + " "
                        + type.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
        return counts.isEmpty() ? "" : "Drift: " + counts + "; breaking in " + summary.breaking() + ". ";
    }

    private static String words(DriftClass type) {
        return type == DriftClass.BOTH
                ? "changed and gap"
                : type.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
