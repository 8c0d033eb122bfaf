package dev.understudy.contract.report;

import static dev.understudy.contract.report.Entries.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.contract.drift.Difference;
import dev.understudy.contract.drift.Drift;
import dev.understudy.contract.drift.DriftClass;
import dev.understudy.contract.drift.Severity;
import dev.understudy.contract.report.Report.CaseEntry;
import dev.understudy.contract.report.Report.Summary;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private static final List<String> MANIFEST = List.of("a.one", "a.two");

    @Test
    void all_cases_passed_is_fine() {
        Summary verdict = verdict(entry("a.one", Outcome.PASS), entry("a.two", Outcome.KNOWN_GAP));

        assertThat(verdict.exit()).isZero();
        assertThat(verdict.executed()).isEqualTo(2);
    }

    @Test
    void a_failed_case_is_1() {
        assertThat(exit(entry("a.one", Outcome.PASS), entry("a.two", Outcome.FAIL)))
                .isEqualTo(1);
    }

    @Test
    void a_case_that_could_not_look_outweighs_one_that_failed() {
        assertThat(exit(entry("a.one", Outcome.FAIL), entry("a.two", Outcome.ERROR)))
                .isEqualTo(3);
    }

    @Test
    void a_case_that_is_skipped_by_the_kit_is_accounted_for() {
        assertThat(exit(entry("a.one", Outcome.PASS), entry("a.two", Outcome.SKIPPED)))
                .isZero();
    }

    @Test
    void a_run_that_executed_nothing_could_not_look() {
        assertThat(exit(entry("a.one", Outcome.SKIPPED), entry("a.two", Outcome.SKIPPED)))
                .isEqualTo(3);
        assertThat(exit()).isEqualTo(3);
    }

    @Test
    void a_case_of_the_manifest_that_is_missing_is_named() {
        Summary verdict = verdict(entry("a.one", Outcome.PASS));

        assertThat(verdict.exit()).isEqualTo(3);
        assertThat(verdict.couldNotLook()).singleElement().asString().contains("a.two");
    }

    @Test
    void an_id_given_twice_or_not_listed_is_named() {
        Summary verdict =
                verdict(entry("a.one", Outcome.PASS), entry("a.one", Outcome.PASS), entry("a.two", Outcome.PASS));

        assertThat(verdict.exit()).isEqualTo(3);
        assertThat(verdict.couldNotLook()).singleElement().asString().contains("a.one");
    }

    @Test
    void breaking_drift_is_2_and_outweighed_by_a_failure() {
        assertThat(exit(drifted("a.one", Severity.NOTABLE), entry("a.two", Outcome.PASS)))
                .isZero();
        assertThat(exit(drifted("a.one", Severity.BREAKING), entry("a.two", Outcome.PASS)))
                .isEqualTo(2);
        assertThat(exit(drifted("a.one", Severity.BREAKING), entry("a.two", Outcome.FAIL)))
                .isEqualTo(1);
        assertThat(exit(drifted("a.one", Severity.BREAKING), entry("a.two", Outcome.ERROR)))
                .isEqualTo(3);
    }

    @Test
    void the_sentence_says_what_was_not_verified() {
        assertThat(verdict(entry("a.one", Outcome.PASS), entry("a.two", Outcome.FAIL))
                        .sentence())
                .isEqualTo("2 cases on emulator: 1 pass, 1 fail."
                        + " Verified against the real API: 0 of 2 verifiable. Spend: $0.000.");
    }

    private static CaseEntry drifted(String id, Severity severity) {
        CaseEntry entry = entry(id, Outcome.PASS);
        Difference difference = new Difference(0, "$.response.status", Map.of(), severity);
        Drift drift = new Drift(DriftClass.EMULATOR_GAP, List.of(), List.of(difference));
        return new CaseEntry(
                id,
                entry.title(),
                entry.outcome(),
                entry.standing(),
                entry.claims(),
                null,
                entry.priceUsd(),
                entry.costUsd(),
                entry.runs(),
                drift,
                List.of());
    }

    private static int exit(CaseEntry... entries) {
        return verdict(entries).exit();
    }

    private static Summary verdict(CaseEntry... entries) {
        return Entries.report(MANIFEST, entries).verdict();
    }
}
