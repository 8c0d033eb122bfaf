package dev.understudy.junit;

import dev.understudy.journal.Entry;
import dev.understudy.journal.hygiene.Finding;
import dev.understudy.sandbox.Statement;
import dev.understudy.webhook.Received;
import java.util.List;
import java.util.function.Function;

/** What an assertion that failed has to show: lines, or that there is nothing. */
final class Evidence {

    private static final int MOST_LINES = 20;

    private Evidence() {}

    static String ofCosts(Statement statement) {
        return lines(
                statement.models(),
                row -> "%s: jobs %s, charged %s, refunded %s"
                        .formatted(
                                row.model(),
                                row.jobs(),
                                row.charged().toPlainString(),
                                row.refunded().toPlainString()));
    }

    static String ofSubmits(List<Entry> journal) {
        return lines(
                journal.stream()
                        .filter(entry -> entry instanceof Entry.Call call && isSubmit(call))
                        .toList(),
                JournalLine::of);
    }

    static boolean isSubmit(Entry.Call call) {
        return call.operation().endsWith(".submit");
    }

    static String ofDeliveries(List<Received> received) {
        return lines(
                received,
                delivery -> "#%s %s %ssignature %s"
                        .formatted(
                                delivery.number(),
                                JournalLine.time(delivery.at()),
                                id(delivery),
                                delivery.signatureValid() ? "good" : "bad"));
    }

    // Not every provider names its deliveries.
    private static String id(Received delivery) {
        String id = delivery.headers().get("webhook-id");
        return id == null ? "" : "webhook-id " + id + ", ";
    }

    static String ofManners(List<Finding> broken) {
        return lines(
                broken,
                finding -> "%s, times %s (%s)%s"
                        .formatted(
                                finding.rule().title(),
                                finding.count(),
                                finding.rule().advice(),
                                lines(
                                        finding.evidence(),
                                        one -> "%s (entries %s)".formatted(one.said(), one.entries()))));
    }

    static <T> String lines(List<T> rows, Function<T, String> line) {
        if (rows.isEmpty()) {
            return " (there is nothing)";
        }
        StringBuilder text = new StringBuilder();
        rows.stream()
                .limit(MOST_LINES)
                .forEach(row -> text.append("\n  ").append(line.apply(row).replace("\n", "\n  ")));
        return rows.size() > MOST_LINES
                ? text.append("\n  and %s more".formatted(rows.size() - MOST_LINES))
                        .toString()
                : text.toString();
    }
}
