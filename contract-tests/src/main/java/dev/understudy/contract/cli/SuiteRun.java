package dev.understudy.contract.cli;

import dev.understudy.contract.Settings;
import dev.understudy.contract.Suite;
import dev.understudy.contract.api.FirstContact;
import dev.understudy.contract.report.CaseCollector;
import dev.understudy.contract.report.Environment;
import dev.understudy.contract.report.Known;
import dev.understudy.contract.report.Report;
import dev.understudy.contract.report.RunReport;
import dev.understudy.contract.report.RunWatcher;
import dev.understudy.contract.target.TargetKind;
import dev.understudy.contract.target.TargetProvider;
import dev.understudy.contract.target.Targets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Runs the cases with a launcher of its own. */
final class SuiteRun {
    private final Settings settings;
    private final Map<String, String> parameters;
    private final RunWatcher watcher;

    SuiteRun(Settings settings, Map<String, String> parameters, RunWatcher watcher) {
        this.settings = settings;
        this.parameters = parameters;
        this.watcher = watcher;
    }

    /**
     * @throws dev.understudy.contract.target.TargetException when the target is not known or nobody answers there
     */
    Report run() {
        TargetProvider provider = Targets.named(settings.target().orElseThrow());
        // Read before the run, so that what is mistyped is one sentence too.
        settings.check();
        // The real service is asked by nobody but the guarded run, which begins with a free call.
        if (provider.isRemote() && provider.kind() != TargetKind.LIVE) {
            Duration patience = settings.pacing(provider.pacing()).answerWithin();
            FirstContact.with(provider.start().baseUri(), patience);
        }
        CaseCollector collector = new CaseCollector(provider.kind(), watcher);
        Instant startedAt = Instant.now();
        Suite.launcher().execute(Suite.request(parameters), collector);
        RunReport run = new RunReport(
                provider.name(),
                provider.kind(),
                startedAt,
                Environment.of(settings),
                Known.of(settings, provider::isReal));
        return run.of(collector.results(provider.kind()));
    }
}
