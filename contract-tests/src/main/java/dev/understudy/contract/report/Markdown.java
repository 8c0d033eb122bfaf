package dev.understudy.contract.report;

import dev.understudy.contract.report.Report.CaseEntry;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@code summary.md}, and the status table that the README has of it. */
final class Markdown {
    private Markdown() {}

    static String summary(Report report) {
        StringBuilder text = new StringBuilder("# Contract: ")
                .append(report.target())
                .append("\n\n")
                .append(report.verdict().sentence())
                .append("\n\nStarted ")
                .append(report.startedAt())
                .append(", kit ")
                .append(report.kit())
                .append(", exit code ")
                .append(report.verdict().exit())
                .append(".\n\n");
        report.verdict()
                .couldNotLook()
                .forEach(doubt ->
                        text.append("- Could not look: ").append(cell(doubt)).append(".\n"));
        report.cases().stream()
                .filter(Markdown::isBad)
                .forEach(entry -> text.append("- ")
                        .append(entry.id())
                        .append(' ')
                        .append(entry.outcome())
                        .append(": ")
                        .append(cell(entry.message()))
                        .append('\n'));
        return text.append('\n').append(status(report)).toString();
    }

    /** The table by area. Another run of the same cases that ends the same gives the same text. */
    static String status(Report report) {
        StringBuilder text =
                new StringBuilder("| cases | | pass on the emulator | verified against the real API | last verified |\n"
                        + "|---|--:|--:|--:|---|\n");
        Map<String, List<CaseEntry>> areas = report.cases().stream()
                .collect(Collectors.groupingBy(Markdown::area, TreeMap::new, Collectors.toList()));
        areas.forEach((area, cases) -> text.append(row("`" + area + "`", cases)));
        return text.append(row("all", report.cases())).toString();
    }

    private static String row(String name, Collection<CaseEntry> cases) {
        Optional<String> oldest = cases.stream()
                .flatMap(entry -> Optional.ofNullable(entry.verifiedAt()).stream())
                .min(String::compareTo);
        return String.format(
                "| %s | %s | %s | %s of %s | %s |%n",
                name,
                cases.size(),
                cases.stream().filter(Markdown::passed).count(),
                cases.stream().filter(entry -> entry.verifiedAt() != null).count(),
                cases.stream().filter(Verdict::isVerifiable).count(),
                oldest.map(date -> date.substring(0, "2026-11-21".length())).orElse("never"));
    }

    private static String area(CaseEntry entry) {
        return entry.id().substring(0, entry.id().indexOf('.'));
    }

    private static boolean passed(CaseEntry entry) {
        return entry.outcome() == Outcome.PASS || entry.outcome() == Outcome.KNOWN_GAP;
    }

    private static boolean isBad(CaseEntry entry) {
        return entry.outcome() == Outcome.FAIL || entry.outcome() == Outcome.ERROR;
    }

    // A target's words: no markup of theirs, and one line.
    private static String cell(String text) {
        return "`" + text.replaceAll("\\s+", " ").replace('`', '\'').strip() + "`";
    }
}
