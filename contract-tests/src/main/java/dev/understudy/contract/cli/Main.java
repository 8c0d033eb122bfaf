package dev.understudy.contract.cli;

import dev.understudy.contract.CaseDefinition;
import dev.understudy.contract.Settings;
import dev.understudy.contract.Suite;
import dev.understudy.contract.evidence.EvidenceException;
import dev.understudy.contract.register.Cost;
import dev.understudy.contract.register.Provider;
import dev.understudy.contract.report.Known;
import dev.understudy.contract.report.Manifest;
import dev.understudy.contract.report.MergedReport;
import dev.understudy.contract.report.Report;
import dev.understudy.contract.report.ReportFiles;
import dev.understudy.contract.report.StatusTable;
import dev.understudy.contract.report.Verdict;
import dev.understudy.contract.spend.LedgerFile;
import dev.understudy.contract.spend.SpendException;
import dev.understudy.contract.spend.SpendGuard;
import dev.understudy.contract.target.ApiKey;
import dev.understudy.contract.target.LiveTargetRefusedException;
import dev.understudy.contract.target.TargetException;
import dev.understudy.contract.target.TargetKind;
import dev.understudy.contract.target.Targets;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.platform.commons.JUnitException;

/** {@code java -jar understudy-contract.jar}. */
public final class Main {
    static final int USAGE = 64;

    private final PrintStream out;
    private final PrintStream err;
    private final Map<String, String> environment;
    private final Terminal terminal;

    Main(PrintStream out, PrintStream err, Map<String, String> environment, Terminal terminal) {
        this.terminal = terminal;
        this.out = out;
        this.err = err;
        this.environment = environment;
    }

    public static void main(String[] arguments) {
        int exit = new Main(System.out, System.err, System.getenv(), Terminal.standard(System.getenv()))
                .run(List.of(arguments));
        System.exit(exit);
    }

    int run(List<String> arguments) {
        try {
            ApiKey.refuseIn(System.getProperties().stringPropertyNames());
            return CassetteCommands.has(arguments)
                    ? new CassetteCommands(out, environment).run(arguments)
                    : act(Options.parse(arguments));
        } catch (UsageException | LiveTargetRefusedException e) {
            return complain(USAGE, e);
        } catch (TargetException
                | JUnitException
                | SpendException
                | EvidenceException
                | IllegalArgumentException
                | UncheckedIOException e) {
            return complain(Verdict.COULD_NOT_LOOK, e);
        }
    }

    private int complain(int exit, RuntimeException e) {
        err.println(e.getMessage() + ".");
        return exit;
    }

    private int act(Options options) {
        return switch (options.action()) {
            case HELP -> print(Options.HELP + CassetteCommands.HELP);
            case MANIFEST -> print(Manifest.of(Suite.cases()));
            case LIST -> print(listing(options));
            case PLAN -> print(Planning.text(settings(options)));
            case RUN -> runCases(options);
            case REPORT -> mergeReports(options);
            case STATUS -> writeStatus(options);
        };
    }

    private int print(String text) {
        out.print(text);
        return Verdict.FINE;
    }

    private String listing(Options options) {
        String prefix = settings(options).filter();
        Set<Provider> providers = settings(options).providers(TargetKind.EMULATOR);
        StringBuilder text = new StringBuilder();
        for (CaseDefinition definition : Suite.cases()) {
            if (definition.id().startsWith(prefix) && providers.contains(definition.provider())) {
                text.append(String.format(
                        "%-46s %-12s %s%n", definition.id(), definition.standing(), price(definition.cost())));
            }
        }
        return text.toString();
    }

    private static String price(Cost cost) {
        return cost.isUnpriced()
                ? cost.text()
                : cost.text() + " (USD " + cost.usd().toPlainString() + ")";
    }

    private int runCases(Options options) {
        Settings settings = settings(options);
        if (settings.target().isEmpty()) {
            throw new UsageException("Which target? --target http://127.0.0.1:8080, or CONTRACT_TARGET");
        }
        Progress progress = new Progress(out, terminal, left(settings), System::nanoTime);
        return written(settings, new SuiteRun(settings, options.parameters(), progress).run());
    }

    /** What may still be spent today; empty where nothing costs anything. */
    private Optional<BigDecimal> left(Settings settings) {
        if (Targets.named(settings.target().orElseThrow()).kind() != TargetKind.LIVE) {
            return Optional.empty();
        }
        Path ledger =
                LedgerFile.in(environment, System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
        return Optional.of(SpendGuard.of(settings.budget(), ledger, Set.of(), Duration.ZERO)
                .left());
    }

    private int mergeReports(Options options) {
        Settings settings = settings(options);
        return written(settings, MergedReport.of(Path.of(settings.reports()), Known.of(settings)));
    }

    private int writeStatus(Options options) {
        StatusTable.write(Path.of(settings(options).reports()), Path.of(options.page()));
        return Verdict.FINE;
    }

    private int written(Settings settings, Report report) {
        Path page = ReportFiles.write(report, Path.of(settings.reports()));
        Console.print(report, page, out);
        return report.verdict().exit();
    }

    private Settings settings(Options options) {
        return new Settings(name -> Optional.ofNullable(options.parameters().get(name)), environment);
    }
}
