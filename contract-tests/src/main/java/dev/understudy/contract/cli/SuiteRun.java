package dev.understudy.contract.cli;

import dev.understudy.contract.Settings;
import dev.understudy.contract.Suite;
import dev.understudy.contract.report.CaseCollector;
import dev.understudy.contract.report.RunReport;
import dev.understudy.contract.target.TargetProvider;
import dev.understudy.contract.target.Targets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/** Runs the cases with a launcher of its own and writes the reports. */
final class SuiteRun {
    private final Settings settings;
    private final Map<String, String> parameters;

    SuiteRun(Settings settings, Map<String, String> parameters) {
        this.settings = settings;
        this.parameters = parameters;
    }

    /**
     * @throws dev.understudy.contract.target.TargetException when the target is not known or nobody answers there
     */
    RunReport run() {
        TargetProvider provider = Targets.named(settings.target().orElseThrow());
        // Read before the run, so that what is mistyped is one sentence too.
        settings.check();
        if (provider.isRemote()) {
            Reachability.check(provider.start());
        }
        CaseCollector collector = new CaseCollector();
        Instant startedAt = Instant.now();
        Suite.launcher().execute(Suite.request(parameters), collector);
        RunReport report = RunReport.of(provider.name(), startedAt, collector.results(provider.kind()));
        report.write(Path.of(settings.reports()));
        return report;
    }
}
