package dev.understudy.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.understudy.contract.report.CaseCollector;
import dev.understudy.contract.report.CaseResult;
import dev.understudy.contract.target.TargetKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.testkit.engine.EngineTestKit;

/** What reports say of a case that failed, whatever its assertion quotes. */
class FailureMessagesTest {

    @Test
    void what_a_failed_case_quotes_is_without_secrets() {
        CaseCollector collector = new CaseCollector();
        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(SampleCases.Quoting.class))
                .configurationParameter(Settings.TARGET, "emulator")
                .execute()
                .testEvents()
                .failed()
                .stream()
                .forEach(event -> collector.executionFinished(
                        TestIdentifier.from(event.getTestDescriptor()),
                        event.getRequiredPayload(TestExecutionResult.class)));

        List<CaseResult> results = collector.results(TargetKind.EMULATOR);
        assertThat(results).hasSize(1);
        assertThat(results.get(0).toString())
                .contains("wrong: ", "https://x.y/a.mp4?sig=removed")
                .doesNotContain("canary");
    }
}
