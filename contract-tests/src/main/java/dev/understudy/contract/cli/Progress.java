package dev.understudy.contract.cli;

import dev.understudy.contract.report.CaseResult;
import dev.understudy.contract.report.Outcome;
import dev.understudy.contract.report.RunWatcher;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * What a run shows while it goes on. On a terminal: one line that is written over and over, and a lasting line for each case
 * that did not simply pass. Elsewhere: a lasting line for each case.
 */
final class Progress implements RunWatcher {
    private final PrintStream out;
    private final Terminal terminal;
    private final Optional<BigDecimal> left;
    private final LongSupplier nanos;

    private BigDecimal spent = new BigDecimal("0.000");
    private int total;
    private int done;
    private int executed;
    private long began;

    /**
     * @param left what may be spent in this run, in USD; empty where nothing costs anything
     * @param nanos a clock that only goes forward
     */
    Progress(PrintStream out, Terminal terminal, Optional<BigDecimal> left, LongSupplier nanos) {
        this.out = out;
        this.terminal = terminal;
        this.left = left;
        this.nanos = nanos;
    }

    @Override
    public void runBegins(int cases) {
        total = cases;
        began = nanos.getAsLong();
    }

    @Override
    public void caseBegins(String id) {
        if (terminal.isLive()) {
            out.print(terminal.overwriting(String.format("%s/%s  %s  %s%s", done + 1, total, id, money(), timeToGo())));
            out.flush();
        }
    }

    @Override
    public void caseEnds(CaseResult result) {
        done++;
        executed += result.wasExecuted() ? 1 : 0;
        spent = spent.add(result.spentUsd());
        boolean unremarkable = result.outcome() == Outcome.PASS || result.outcome() == Outcome.SKIPPED;
        if (!terminal.isLive() || !unremarkable) {
            out.print(terminal.overwriting(""));
            Console.print(result, terminal, out);
        }
        if (done == total) {
            out.print(terminal.overwriting(""));
        }
    }

    private String money() {
        return "spent $" + spent
                + left.map(all -> ", $" + all.subtract(spent) + " left").orElse("");
    }

    // Skipped cases take no time, and so tell nothing about the others.
    private String timeToGo() {
        if (executed == 0) {
            return "";
        }
        Duration toGo = Duration.ofNanos((nanos.getAsLong() - began) / executed * (total - done));
        return String.format(Locale.ROOT, "  %d:%02d to go", toGo.toMinutes(), toGo.toSecondsPart());
    }
}
