package dev.understudy.cli;

import dev.understudy.Habit;
import dev.understudy.RunReport;
import dev.understudy.Strikes;
import dev.understudy.journal.hygiene.Severity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@code exec} tells at its end. */
final class RunSummary {

    /** Bad habits that are shown to people. */
    private static final int WORST = 3;

    private RunSummary() {}

    static String text(RunReport report) {
        List<String> lines = new ArrayList<>();
        lines.add("%s%s, %s; the real service would have charged %s USD"
                .formatted(
                        report.dropped() > 0 ? "at least " : "",
                        count(report.calls(), "call"),
                        count(report.jobs(), "job"),
                        amount(report.net())));
        indented(report.costs(), RunSummary::row).forEach(lines::add);
        if (!report.strikes().isEmpty()) {
            lines.add("faults that struck:");
            indented(report.strikes(), RunSummary::row).forEach(lines::add);
        }
        if (report.calls() > 0) {
            lines.add("manners: %s, %s".formatted(report.grade(), report.grade().meaning()));
            report.habits().stream().filter(RunSummary::counts).limit(WORST).forEach(habit -> lines.add(line(habit)));
        }
        if (!report.unspent().isEmpty()) {
            lines.add("scripted faults that did not strike as often as they were to:");
            report.unspent().forEach(rule -> lines.add("  " + rule));
        }
        lines.add("repeat with --seed " + report.seed());
        return lines.stream().map(line -> "understudy: " + line).collect(Collectors.joining(System.lineSeparator()));
    }

    static Map<String, Object> facts(RunReport report, int exitCode) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("event", "finished");
        facts.put("exitCode", exitCode);
        facts.put("seed", report.seed());
        facts.put("calls", report.calls());
        facts.put("dropped", report.dropped());
        facts.put("jobs", report.jobs());
        facts.put("cost", Map.of("currency", "USD", "net", report.net(), "models", costRows(report)));
        facts.put("faults", strikeRows(report));
        facts.put("grade", report.grade().name());
        facts.put("habits", habitRows(report));
        facts.put("unspent", report.unspent());
        return facts;
    }

    private static <T> Stream<String> indented(List<T> items, Function<T, List<String>> row) {
        return items.isEmpty()
                ? Stream.empty()
                : Table.of(items.stream().map(row).toList()).lines().map(line -> "  " + line);
    }

    private static boolean counts(Habit habit) {
        return habit.rule().severity() != Severity.NOTE;
    }

    private static String line(Habit habit) {
        return "  %s, %s: %s".formatted(habit.rule().title(), count(habit.times(), "time"), habit.example());
    }

    private static List<String> row(RunReport.Cost cost) {
        return List.of(cost.model(), count(cost.jobs(), "job"), amount(cost.net()) + " USD");
    }

    private static List<String> row(Strikes strikes) {
        return List.of(strikes.times() + " x", strikes.fault(), "(" + strikes.by() + ")");
    }

    private static List<Map<String, Object>> costRows(RunReport report) {
        return report.costs().stream()
                .map(cost -> {
                    Map<String, Object> row = new LinkedHashMap<>();
                    row.put("model", cost.model());
                    row.put("jobs", cost.jobs());
                    row.put("net", cost.net());
                    return row;
                })
                .toList();
    }

    private static List<Map<String, Object>> habitRows(RunReport report) {
        return report.habits().stream()
                .map(habit -> {
                    Map<String, Object> row = new LinkedHashMap<>();
                    row.put("habit", habit.rule().title());
                    row.put("severity", habit.rule().severity().name().toLowerCase(Locale.ROOT));
                    row.put("times", habit.times());
                    row.put("example", habit.example());
                    row.put("advice", habit.rule().advice());
                    return row;
                })
                .toList();
    }

    private static List<Map<String, Object>> strikeRows(RunReport report) {
        return report.strikes().stream()
                .map(strikes -> {
                    Map<String, Object> row = new LinkedHashMap<>();
                    row.put("fault", strikes.fault());
                    row.put("by", strikes.by());
                    row.put("times", strikes.times());
                    return row;
                })
                .toList();
    }

    /** At least cents, and as many more digits as there are. */
    private static String amount(BigDecimal sum) {
        BigDecimal exact = sum.stripTrailingZeros();
        return (exact.scale() < 2 ? exact.setScale(2) : exact).toPlainString();
    }

    private static String count(long number, String what) {
        return "%s %s%s".formatted(number, what, number == 1 ? "" : "s");
    }
}
