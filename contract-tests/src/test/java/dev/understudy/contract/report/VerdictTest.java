package dev.understudy.contract.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.contract.CaseDefinition;
import dev.understudy.contract.register.Cost;
import dev.understudy.contract.target.TargetKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private static final List<String> MANIFEST = List.of("a.one", "a.two");

    @Test
    void all_cases_passed_is_fine() {
        Verdict verdict =
                Verdict.of(List.of(result("a.one", Outcome.PASS), result("a.two", Outcome.KNOWN_GAP)), MANIFEST);

        assertThat(verdict.exit()).isZero();
        assertThat(verdict.executed()).isEqualTo(2);
    }

    @Test
    void a_failed_case_is_1() {
        assertThat(exit(result("a.one", Outcome.PASS), result("a.two", Outcome.FAIL)))
                .isEqualTo(1);
    }

    @Test
    void a_case_that_could_not_look_outweighs_one_that_failed() {
        assertThat(exit(result("a.one", Outcome.FAIL), result("a.two", Outcome.ERROR)))
                .isEqualTo(3);
    }

    @Test
    void a_case_that_is_skipped_by_the_kit_is_accounted_for() {
        assertThat(exit(result("a.one", Outcome.PASS), result("a.two", Outcome.SKIPPED)))
                .isZero();
    }

    @Test
    void a_run_that_executed_nothing_could_not_look() {
        assertThat(exit(result("a.one", Outcome.SKIPPED), result("a.two", Outcome.SKIPPED)))
                .isEqualTo(3);
        assertThat(exit()).isEqualTo(3);
    }

    @Test
    void a_case_of_the_manifest_that_is_missing_is_named() {
        Verdict verdict = Verdict.of(List.of(result("a.one", Outcome.PASS)), MANIFEST);

        assertThat(verdict.exit()).isEqualTo(3);
        assertThat(verdict.doubts()).singleElement().asString().contains("a.two");
    }

    @Test
    void an_id_given_twice_or_not_listed_is_named() {
        Verdict verdict = Verdict.of(
                List.of(result("a.one", Outcome.PASS), result("a.one", Outcome.PASS), result("a.two", Outcome.PASS)),
                MANIFEST);

        assertThat(verdict.exit()).isEqualTo(3);
        assertThat(verdict.doubts()).singleElement().asString().contains("a.one");
    }

    @Test
    void the_reports_survive_what_a_target_may_say() {
        CaseResult result = new CaseResult(definition("a.one"), Outcome.FAIL, "<&\"\u0000\u001b]]>", 1);
        RunReport report = new RunReport("t", Instant.EPOCH, List.of(result), Verdict.of(List.of(result), MANIFEST));

        assertThat(JUnitXmlReport.of(report)).contains("message=\"&lt;&amp;&quot;??]]&gt;\"");
        assertThat(JsonReport.of(report)).contains("\"message\" : \"<&\\\"\\u0000\\u001B]]>\"");
    }

    private static int exit(CaseResult... results) {
        return Verdict.of(List.of(results), MANIFEST).exit();
    }

    private static CaseResult result(String id, Outcome outcome) {
        return new CaseResult(definition(id), outcome, "", 1);
    }

    private static CaseDefinition definition(String id) {
        return new CaseDefinition(
                id, List.of("AU-01"), new Cost("free", BigDecimal.ZERO), "DOCUMENTED", Optional.<TargetKind>empty());
    }
}
