package dev.understudy.cli;

import dev.understudy.RunReport;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What {@code exec} tells at its end. */
final class RunSummary {

    private RunSummary() {}

    static String text(RunReport report) {
        List<String> lines = new ArrayList<>();
        lines.add("%s, %s; the real service would have charged %s USD"
                .formatted(count(report.calls(), "call"), count(report.jobs(), "job"), amount(report.net())));
        if (!report.costs().isEmpty()) {
            costs(report).lines().map(line -> "  " + line).forEach(lines::add);
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
        facts.put("jobs", report.jobs());
        facts.put("cost", Map.of("currency", "USD", "net", report.net(), "models", costRows(report)));
        return facts;
    }

    private static String costs(RunReport report) {
        return Table.of(report.costs().stream()
                .map(cost -> List.of(cost.model(), count(cost.jobs(), "job"), amount(cost.net()) + " USD"))
                .toList());
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

    /** At least cents, and as many more digits as there are. */
    private static String amount(BigDecimal sum) {
        BigDecimal exact = sum.stripTrailingZeros();
        return (exact.scale() < 2 ? exact.setScale(2) : exact).toPlainString();
    }

    private static String count(long number, String what) {
        return "%d %s%s".formatted(number, what, number == 1 ? "" : "s");
    }
}
