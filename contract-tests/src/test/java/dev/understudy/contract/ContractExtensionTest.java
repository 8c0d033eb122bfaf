package dev.understudy.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.test;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

class ContractExtensionTest {
    @Test
    void good_cases_pass_and_a_known_gap_passes_by_failing() {
        Events tests = run(SampleCases.Good.class, "emulator", "");

        tests.assertStatistics(stats -> stats.started(4).succeeded(4));
    }

    @Test
    void a_gap_that_is_closed_is_a_failure() {
        run(SampleCases.Wrong.class, "emulator", "sample.closed-gap")
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(
                                test("passes_although"),
                                finishedWithFailure(
                                        instanceOf(AssertionError.class),
                                        message(text -> text.contains("remove @KnownGap")))));
    }

    @Test
    void an_exception_is_no_gap() {
        run(SampleCases.Wrong.class, "emulator", "sample.broken-gap")
                .assertThatEvents()
                .haveExactly(1, event(test("breaks"), finishedWithFailure(instanceOf(IllegalStateException.class))));
    }

    @Test
    void a_case_that_skips_itself_fails() {
        run(SampleCases.Wrong.class, "emulator", "sample.skips-itself")
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(
                                test("skips_itself"),
                                finishedWithFailure(message(text -> text.contains("only the kit")))));
    }

    @Test
    void what_is_not_selected_is_skipped_with_a_reason_of_the_kit() {
        Events tests = run(SampleCases.Good.class, "emulator", "sample.passes");

        tests.assertStatistics(stats -> stats.skipped(3).succeeded(1));
        assertThat(tests.skipped().map(ContractExtensionTest::skipReason))
                .allMatch(reason -> SkipReason.in(reason).equals(Optional.of(SkipReason.FILTERED)));
    }

    @Test
    void without_a_target_every_case_fails() {
        run(SampleCases.Good.class, " ", "")
                .assertStatistics(stats -> stats.failed(4).succeeded(0));
    }

    @Test
    void a_mistyped_target_fails_the_case() {
        run(SampleCases.NeedsTarget.class, "emulatr", "")
                .assertThatEvents()
                .haveExactly(
                        1, event(finishedWithFailure(message(text -> text.contains("No target is called 'emulatr'")))));
    }

    @Test
    void the_real_service_is_refused_as_a_url() {
        for (String name : new String[] {"https://api.wavespeed.ai", "http://API.WaveSpeed.ai.:8080/"}) {
            run(SampleCases.NeedsTarget.class, name, "")
                    .assertThatEvents()
                    .haveExactly(1, event(finishedWithFailure(message(text -> text.contains("is the real service")))));
        }
    }

    private static Events run(Class<?> sample, String target, String filter) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(sample))
                .configurationParameter(Settings.TARGET, target)
                .configurationParameter(Settings.FILTER, filter)
                .execute()
                .testEvents();
    }

    private static String skipReason(Event event) {
        return event.getRequiredPayload(String.class);
    }
}
