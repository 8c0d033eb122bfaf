package dev.understudy.contract.report;

import dev.understudy.contract.Settings;
import dev.understudy.contract.target.TargetProvider;
import dev.understudy.contract.target.Targets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Writes the reports in runs that the command line did not start, such as a build. Silent when no case was in the run. */
public final class ReportListener implements TestExecutionListener {
    private CaseCollector collector = new CaseCollector();
    private Instant startedAt = Instant.now();

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        collector = new CaseCollector();
        startedAt = Instant.now();
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        collector.executionStarted(test);
    }

    @Override
    public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
        collector.reportingEntryPublished(test, entry);
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        collector.executionSkipped(test, reason);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        collector.executionFinished(test, result);
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        Settings settings = new Settings(plan.getConfigurationParameters()::get, System.getenv());
        Optional<String> target = settings.target();
        if (target.isPresent() && collector.hasCases()) {
            TargetProvider provider = Targets.named(target.get());
            RunReport run = new RunReport(
                    provider.name(),
                    provider.kind(),
                    startedAt,
                    Environment.of(settings),
                    Known.of(settings, provider::isReal));
            ReportFiles.write(run.of(collector.results(provider.kind())), Path.of(settings.reports()));
        }
    }
}
