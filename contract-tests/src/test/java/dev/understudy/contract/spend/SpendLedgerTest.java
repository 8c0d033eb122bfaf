package dev.understudy.contract.spend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpendLedgerTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final BigDecimal CALL = new BigDecimal("0.001");
    private static final Budget TWO_CALLS = new Budget(new BigDecimal("0.002"));

    @TempDir
    private Path folder;

    @Test
    void a_reservation_is_on_the_disk_and_outlives_the_one_who_made_it() throws IOException {
        ledger(NOON).reserve("POST /x", CALL, TWO_CALLS);

        assertThat(Files.readString(file()))
                .isEqualTo("{\"at\":\"2026-11-21T12:00:00Z\",\"operation\":\"POST /x\",\"usd\":\"0.001\"}\n");
        assertThat(ledger(NOON).spentToday()).isEqualByComparingTo(CALL);
    }

    @Test
    void what_passes_the_budget_is_not_written() throws IOException {
        assertThat(ledger(NOON).reserve("POST /x", CALL, TWO_CALLS)).isEqualByComparingTo("0.002");
        assertThat(ledger(NOON).reserve("POST /x", CALL, TWO_CALLS)).isEqualByComparingTo("0.001");
        assertThat(ledger(NOON).reserve("POST /x", CALL, TWO_CALLS)).isEqualByComparingTo("0");

        assertThat(Files.readAllLines(file())).hasSize(2);
    }

    @Test
    void a_new_day_has_a_new_budget_and_a_clock_put_back_has_not() {
        ledger(NOON).reserve("POST /x", CALL, TWO_CALLS);

        assertThat(ledger(NOON.plus(Duration.ofHours(12))).spentToday()).isZero();
        assertThat(ledger(NOON.minus(Duration.ofHours(13))).spentToday()).isEqualByComparingTo(CALL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"at\":\"2026-11-21T12:00:00Z\",\"operation\":\"POST /x\",\"usd\":\"0.0",
                "{\"at\":\"2026-11-21T12:00:00Z\",\"usd\":\"0.001\"}",
                "nonsense\n",
                "\n",
                "{\"usd\":\"0.001\"}\n",
                "{\"at\":\"2026-11-21T12:00:00Z\",\"usd\":0.001}\n",
                "{\"at\":\"2026-11-21T12:00:00Z\",\"usd\":\"-5\"}\n",
                "{\"at\":\"yesterday\",\"usd\":\"0.001\"}\n"
            })
    void a_ledger_with_a_strange_line_ends_the_spending(String text) throws IOException {
        Files.writeString(file(), text);

        assertThatThrownBy(() -> ledger(NOON).reserve("POST /x", CALL, TWO_CALLS))
                .isInstanceOf(SpendException.class)
                .hasMessageContaining("cannot be trusted, so nothing is spent")
                .hasMessageContaining(file().toString());
        assertThat(Files.readString(file())).isEqualTo(text);
    }

    @Test
    void a_ledger_that_cannot_be_written_ends_the_spending() throws IOException {
        Files.createDirectory(file());

        assertThatThrownBy(() -> ledger(NOON).reserve("POST /x", CALL, TWO_CALLS))
                .isInstanceOf(SpendException.class)
                .hasMessageContaining("nothing is spent");
    }

    @Test
    void the_ledger_is_with_the_user_unless_the_environment_says_otherwise() {
        Path home = Path.of("home");

        assertThat(LedgerFile.in(Map.of(), "Linux", home))
                .isEqualTo(home.resolve(Path.of(".local", "state", "understudy", "contract-spend.jsonl")));
        assertThat(LedgerFile.in(Map.of("XDG_STATE_HOME", "state"), "Linux", home))
                .isEqualTo(Path.of("state", "understudy", "contract-spend.jsonl"));
        assertThat(LedgerFile.in(Map.of("LOCALAPPDATA", "local"), "Windows 11", home))
                .isEqualTo(Path.of("local", "understudy", "contract-spend.jsonl"));
        assertThat(LedgerFile.in(Map.of(), "Mac OS X", home).toString()).contains("Application Support");
        assertThat(LedgerFile.in(Map.of(LedgerFile.VARIABLE, "elsewhere"), "Linux", home))
                .isEqualTo(Path.of("elsewhere"));
    }

    private Path file() {
        return folder.resolve("spend.jsonl");
    }

    private SpendLedger ledger(Instant now) {
        return new SpendLedger(file(), Clock.fixed(now, ZoneOffset.UTC));
    }
}
