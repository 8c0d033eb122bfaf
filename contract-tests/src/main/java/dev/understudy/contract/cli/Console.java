package dev.understudy.contract.cli;

import dev.understudy.contract.report.CaseResult;
import dev.understudy.contract.report.Outcome;
import dev.understudy.contract.report.RunReport;
import java.io.PrintStream;

/** What a run prints: a line for each case, the doubts, and the closing line. */
final class Console {
    private Console() {}

    static void print(RunReport report, PrintStream out) {
        report.results().forEach(result -> printCase(result, out));
        report.verdict().doubts().forEach(doubt -> out.println("Could not look: " + doubt + "."));
        long gaps = report.count(Outcome.KNOWN_GAP);
        if (gaps > 0) {
            out.println("Passed counts " + gaps + " known gap" + (gaps == 1 ? "." : "s."));
        }
        out.printf(
                "%d passed, %d failed, %d skipped%n",
                report.count(Outcome.PASS) + gaps,
                report.count(Outcome.FAIL) + report.count(Outcome.ERROR),
                report.count(Outcome.SKIPPED));
    }

    private static void printCase(CaseResult result, PrintStream out) {
        String line = String.format(
                "%-46s %-9s %s",
                result.id(), result.outcome(), result.definition().standing());
        out.println(line);
        boolean bad = result.outcome() == Outcome.FAIL || result.outcome() == Outcome.ERROR;
        if (bad) {
            result.message().lines().filter(text -> !text.isBlank()).forEach(text -> out.println("    " + text));
        }
    }
}
