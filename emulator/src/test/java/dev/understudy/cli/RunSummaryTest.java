package dev.understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.Habit;
import dev.understudy.RunReport;
import dev.understudy.Strikes;
import dev.understudy.journal.hygiene.Grade;
import dev.understudy.journal.hygiene.HygieneRule;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunSummaryTest {

    private static final RunReport EVENTFUL = new RunReport(
            42,
            1_000,
            20,
            List.of(
                    new RunReport.Cost("openai/sora-2/characters", 1, new BigDecimal("0.001")),
                    new RunReport.Cost("openai/sora-2/text-to-video", 12, new BigDecimal("4.80000"))),
            List.of(new Strikes("stuck", "script", 12), new Strikes("gone", "header", 1)),
            Grade.F,
            List.of(
                    new Habit(HygieneRule.SUBMIT_ONCE, 1, "twice the same"),
                    new Habit(HygieneRule.POLL_GENTLY, 7, "after 3 ms"),
                    new Habit(HygieneRule.BACK_OFF, 2, "after 4 ms"),
                    new Habit(HygieneRule.READ_RESULTS, 1, "never"),
                    new Habit(HygieneRule.LOOK_BEFORE_REPEATING, 1, "perhaps")),
            List.of("rule-1: stuck"));

    @Test
    void everythingThatHappenedHasItsLine() {
        assertThat(RunSummary.text(EVENTFUL).lines())
                .containsExactly(
                        "understudy: at least 1000 calls, 13 jobs; the real service would have charged 4.801 USD",
                        "understudy:   openai/sora-2/characters     1 job    0.001 USD",
                        "understudy:   openai/sora-2/text-to-video  12 jobs  4.80 USD",
                        "understudy: faults that struck:",
                        "understudy:   12 x  stuck  (script)",
                        "understudy:   1 x   gone   (header)",
                        "understudy: manners: F, a grave habit was seen: it costs money or gives a secret away",
                        "understudy:   paid twice for one job, 1 time: twice the same",
                        "understudy:   polls faster than advised, 7 times: after 3 ms",
                        "understudy:   no backoff after a failure, 2 times: after 4 ms",
                        "understudy: scripted faults that did not strike as often as they were to:",
                        "understudy:   rule-1: stuck",
                        "understudy: repeat with --seed 42");
    }

    @Test
    void whatDidNotHappenIsNotMentioned() {
        RunReport quiet = new RunReport(7, 0, 0, List.of(), List.of(), Grade.A, List.of(), List.of());

        assertThat(RunSummary.text(quiet).lines())
                .containsExactly(
                        "understudy: 0 calls, 0 jobs; the real service would have charged 0.00 USD",
                        "understudy: repeat with --seed 7");
    }

    @Test
    void jsonHasItAll() {
        assertThat(JsonLine.of(RunSummary.facts(EVENTFUL, 3)))
                .contains("\"exitCode\":3,\"seed\":42,\"calls\":1000,\"dropped\":20,\"jobs\":13")
                .contains("{\"fault\":\"stuck\",\"by\":\"script\",\"times\":12}")
                .contains("\"grade\":\"F\"")
                .contains("{\"habit\":\"results never read\",\"severity\":\"minor\",\"times\":1,")
                .contains("\"unspent\":[\"rule-1: stuck\"]");
    }
}
