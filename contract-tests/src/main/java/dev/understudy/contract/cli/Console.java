package dev.understudy.contract.cli;

import dev.understudy.contract.report.CaseResult;
import dev.understudy.contract.report.Outcome;
import dev.understudy.contract.report.Report;
import java.io.PrintStream;
import java.nio.file.Path;

/** What a run leaves on the screen: a line for each case, the doubts, and the closing line. */
final class Console {
    private Console() {}

    /**
     * @param page the report for people
     */
    static void print(Report report, Path page, PrintStream out) {
        report.verdict().couldNotLook().forEach(doubt -> out.println("Could not look: " + doubt + "."));
        int gaps = report.count(Outcome.KNOWN_GAP);
        if (gaps > 0) {
            out.println("Passed counts " + gaps + " known gap" + (gaps == 1 ? "." : "s."));
        }
        out.println(report.verdict().sentence());
        out.println("Report: " + page);
        out.printf(
                "%s passed, %s failed, %s skipped%n",
                report.count(Outcome.PASS) + gaps,
                report.count(Outcome.FAIL) + report.count(Outcome.ERROR),
                report.count(Outcome.SKIPPED));
    }

    static void print(CaseResult result, Terminal terminal, PrintStream out) {
        String outcome = String.format("%-9s", result.outcome());
        out.printf(
                "%-46s %s %s%n",
                result.id(),
                terminal.coloured(outcome, result.outcome()),
                result.definition().standing());
        boolean bad = result.outcome() == Outcome.FAIL || result.outcome() == Outcome.ERROR;
        if (bad) {
            result.message().lines().filter(text -> !text.isBlank()).forEach(text -> out.println("    " + text));
        }
    }
}
