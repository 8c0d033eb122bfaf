package dev.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.fault.RuleReader;
import dev.understudy.journal.hygiene.Grade;
import dev.understudy.journal.hygiene.HygieneRule;
import dev.understudy.sandbox.Sandbox;
import dev.understudy.sandbox.Sandboxes;
import dev.understudy.settings.Settings;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunReportTest {

    private static final Map<String, String> JOE = Map.of("video", "https://example.com/walk-3s.mp4", "name", "Joe");

    @Test
    void allKeysAreAddedUp() {
        try (Understudy understudy = Understudy.builder().seed(3).start()) {
            new Api(understudy, "one").post(Api.CHARACTERS, JOE);
            new Api(understudy, "two").post(Api.CHARACTERS, JOE);
            new Api(understudy, "two").post(Api.CHARACTERS, Map.of("name", "Joe"));
            new Api(understudy, "two").post(Api.TEXT_TO_VIDEO, Map.of("prompt", "a walk", "duration", 4));

            RunReport report = understudy.report();
            assertThat(report.seed()).isEqualTo(3);
            assertThat(report.calls()).isEqualTo(4);
            assertThat(report.jobs()).isEqualTo(3);
            assertThat(report.costs())
                    .extracting(RunReport.Cost::model)
                    .containsExactly("openai/sora-2/characters", "openai/sora-2/text-to-video");
            assertThat(report.costs()).extracting(RunReport.Cost::jobs).containsExactly(2L, 1L);
            BigDecimal ofKeys = understudy
                    .sandbox("one")
                    .ledger()
                    .net()
                    .add(understudy.sandbox("two").ledger().net());
            assertThat(report.net()).isEqualByComparingTo(ofKeys).isPositive();
            assertThat(report.strikes()).isEmpty();
        }
    }

    @Test
    void faultsAreCountedWhoeverAskedForThem() {
        try (Understudy understudy = Understudy.builder().profile("retired").start()) {
            new Api(understudy, "one").post(Api.CHARACTERS, JOE);
            new Api(understudy, "two").post(Api.CHARACTERS, JOE);
            new Api(understudy, "two")
                    .post(Api.CHARACTERS, Map.of("video", "x", "name", "Joe [[fault: unauthorized]]"));

            assertThat(understudy.report().strikes())
                    .containsExactly(
                            new Strikes("gone", "profile retired", 2), new Strikes("unauthorized", "cue in name", 1));
        }
    }

    @Test
    void theWorstMannersOfAnyKeyAreTheGrade() {
        try (Understudy understudy = Understudy.builder().start()) {
            new Api(understudy, "good").get("/api/v3/balance");
            assertThat(understudy.report().grade()).isEqualTo(Grade.A);
            for (String key : List.of("one", "two")) {
                for (int i = 0; i < 3; i++) {
                    new Api(understudy, key).post(Api.CHARACTERS, Map.of("name", "Joe"));
                }
            }

            RunReport report = understudy.report();
            assertThat(report.grade()).isEqualTo(Grade.B);
            assertThat(report.habits()).hasSize(1).first().satisfies(habit -> {
                assertThat(habit.rule()).isEqualTo(HygieneRule.ACCEPT_REFUSALS);
                assertThat(habit.times()).isEqualTo(4);
            });
        }
    }

    @Test
    void aScriptedFaultThatStruckTooSeldomIsNamed() {
        try (Sandboxes sandboxes = new Sandboxes(Settings.defaults(), 1)) {
            Sandbox sandbox = sandboxes.of("any");
            Map<String, Object> rule = Map.of("fault", "stuck", "when", Map.of("next", 2));
            sandbox.playbook()
                    .add(RuleReader.readAll(List.of(rule)), sandbox.clock().instant());

            assertThat(RunReport.of(1, sandboxes.all()).unspent())
                    .containsExactly("rule-1: stuck {next=2} struck 0 of 0 that it was about");
        }
    }
}
