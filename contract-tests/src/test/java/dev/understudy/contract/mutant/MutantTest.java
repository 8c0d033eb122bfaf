package dev.understudy.contract.mutant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.understudy.contract.Settings;
import dev.understudy.contract.Suite;
import dev.understudy.contract.report.CaseCollector;
import dev.understudy.contract.report.CaseResult;
import dev.understudy.contract.report.Outcome;
import dev.understudy.contract.target.TargetKind;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The suite can fail: each defect is found by the case that is there for it. */
class MutantTest {
    static Stream<Arguments> mutants() {
        return Stream.of(
                arguments("drops data.urls", Defect.dropsUrls(), "characters.create.result-url"),
                arguments("200 instead of 401", Defect.letsEverybodyIn(), "auth.missing-key.rejected"),
                arguments("outputs as text", Defect.writesOutputsAsText(), "predictions.outputs.character-shape"),
                arguments("completed, then processing", Defect.relapses(), "predictions.lifecycle.terminal-is-stable"),
                arguments(
                        "failed without a code",
                        Defect.failsWithoutCode(),
                        "predictions.lifecycle.failed-carries-error"),
                arguments("200 instead of 400", Defect.hidesErrorsInSuccess(), "characters.create.missing-video"));
    }

    @ParameterizedTest(name = "{0} is found by {2}")
    @MethodSource("mutants")
    void a_defect_is_found_by_its_case(String name, Defect defect, String killer) throws IOException {
        assertThat(outcome(Defect.none(), killer)).as("without the defect").isEqualTo(Outcome.PASS);
        assertThat(outcome(defect, killer)).as(name).isEqualTo(Outcome.FAIL);
    }

    private static Outcome outcome(Defect defect, String caseId) throws IOException {
        CaseCollector collector = new CaseCollector();
        try (DamagingProxy proxy = new DamagingProxy(defect)) {
            Map<String, String> parameters = Map.of(
                    Settings.TARGET, proxy.url().toString(), Settings.FILTER, caseId, Settings.POLL_INTERVAL, "0.01s");
            Suite.launcher().execute(Suite.request(parameters), collector);
        }
        List<CaseResult> executed = collector.results(TargetKind.EMULATOR).stream()
                .filter(CaseResult::wasExecuted)
                .toList();
        assertThat(executed).singleElement().extracting(CaseResult::id).isEqualTo(caseId);
        return executed.get(0).outcome();
    }
}
