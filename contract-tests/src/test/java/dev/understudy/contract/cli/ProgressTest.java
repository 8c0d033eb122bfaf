package dev.understudy.contract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.contract.CaseDefinition;
import dev.understudy.contract.evidence.CaseRecord;
import dev.understudy.contract.register.Cost;
import dev.understudy.contract.register.Provider;
import dev.understudy.contract.report.CaseResult;
import dev.understudy.contract.report.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final long SECOND = 1_000_000_000L;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long now;

    @Test
    void a_log_gets_a_lasting_line_for_each_case_and_no_control_character() {
        run(Terminal.NONE, Optional.empty());

        assertThat(screen()).doesNotContain("\r", "\u001b");
        assertThat(screen().lines().map(String::stripTrailing))
                .containsExactly(
                        "a.one                                          PASS      DOCUMENTED",
                        "a.two                                          FAIL      DOCUMENTED",
                        "    it was otherwise",
                        "a.three                                        SKIPPED   DOCUMENTED");
    }

    @Test
    void a_terminal_shows_case_count_money_and_time_to_go_in_one_line() {
        run(new Terminal(true, false), Optional.of(new BigDecimal("0.02")));

        assertThat(shown())
                .contains(
                        "1/3  a.one  spent $0.000, $0.020 left",
                        "2/3  a.two  spent $0.001, $0.019 left  2:04 to go",
                        "3/3  a.three  spent $0.002, $0.018 left  1:02 to go");
        assertThat(screen()).doesNotContain("\u001b").doesNotContain("a.one   ");
    }

    @Test
    void a_terminal_keeps_what_did_not_simply_pass_and_ends_with_an_empty_line() {
        run(new Terminal(true, true), Optional.empty());

        assertThat(screen()).containsOnlyOnce("\u001b[31mFAIL     \u001b[0m DOCUMENTED\n    it was otherwise\n");
        assertThat(shown().get(shown().size() - 1)).isEmpty();
    }

    @Test
    void a_line_is_never_longer_than_a_terminal_is_wide() {
        String line = new Terminal(true, false).overwriting("characters.".repeat(20));

        assertThat(line.substring(line.lastIndexOf('\r') + 1)).hasSize(79).endsWith("…");
    }

    @Test
    void what_is_no_terminal_for_people_gets_plain_lines() {
        assertThat(Terminal.of(true, Map.of("CI", "true", "TERM", "xterm"))).isEqualTo(Terminal.NONE);
        assertThat(Terminal.of(true, Map.of("TERM", "dumb"))).isEqualTo(Terminal.NONE);
        assertThat(Terminal.of(true, Map.of())).isEqualTo(Terminal.NONE);
        assertThat(Terminal.of(true, Map.of("TERM", "xterm"))).isEqualTo(new Terminal(true, true));
        assertThat(Terminal.of(true, Map.of("TERM", "xterm", "NO_COLOR", "1"))).isEqualTo(new Terminal(true, false));
        assertThat(Terminal.of(false, Map.of("TERM", "xterm"))).isEqualTo(Terminal.NONE);
    }

    private void run(Terminal terminal, Optional<BigDecimal> budget) {
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        Progress progress = new Progress(out, terminal, budget, () -> now);
        progress.runBegins(3);
        play(progress, "a.one", Outcome.PASS, "");
        play(progress, "a.two", Outcome.FAIL, "it was otherwise\n\n");
        play(progress, "a.three", Outcome.SKIPPED, "BUDGET: nothing left");
    }

    private void play(Progress progress, String id, Outcome outcome, String message) {
        progress.caseBegins(id);
        now += 62 * SECOND;
        CaseDefinition definition = new CaseDefinition(
                id,
                Provider.WAVESPEED,
                List.of("AU-01"),
                new Cost("free", BigDecimal.ZERO),
                "DOCUMENTED",
                Optional.empty());
        CaseRecord record = new CaseRecord(URI.create("http://127.0.0.1"), new BigDecimal("0.001"), List.of());
        progress.caseEnds(new CaseResult(definition, "a title", outcome, message, 62_000, Optional.of(record)));
    }

    /** What stood in the one line, time after time. */
    private List<String> shown() {
        return screen().lines()
                .flatMap(line -> List.of(line.split("\r", -1)).stream())
                .map(String::strip)
                .toList();
    }

    private String screen() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
