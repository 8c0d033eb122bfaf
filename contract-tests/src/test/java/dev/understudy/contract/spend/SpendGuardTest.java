package dev.understudy.contract.spend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.contract.register.Prices;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpendGuardTest {
    private static final String CHARACTERS = "/api/v3/openai/sora-2/characters";
    private static final String VIDEO = "/api/v3/openai/sora-2/text-to-video";

    private final List<Duration> slept = new ArrayList<>();
    private long nanos = 1;

    @TempDir
    private Path folder;

    @Test
    void the_third_call_of_a_budget_for_two_is_refused_in_these_words() {
        SpendGuard guard = guard("0.002");
        guard.admit(post(CHARACTERS));
        guard.admit(post(CHARACTERS));

        assertThatThrownBy(() -> guard.admit(post(CHARACTERS)))
                .isInstanceOf(SpendRefusedException.class)
                .hasMessage("POST /api/v3/openai/sora-2/characters costs USD 0.001, USD 0.000 left of 0.002 for today");
        assertThat(guard.spent()).isEqualByComparingTo("0.002");
        assertThat(guard.left()).isZero();
    }

    @Test
    void nothing_is_left_for_another_guard_on_the_same_day() {
        guard("0.002").admit(post(CHARACTERS));
        guard("0.002").admit(post(CHARACTERS));

        assertThatThrownBy(() -> guard("0.002").admit(post(CHARACTERS))).isInstanceOf(SpendRefusedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v3/google/veo3", "/api/v3/openai/sora-2", "/api/v3/openai/sora-2/characters/", "/x"})
    void what_has_no_price_is_not_sent(String path) {
        assertThatThrownBy(() -> guard("5").admit(post(path)))
                .isInstanceOf(SpendRefusedException.class)
                .hasMessage("POST " + path + " is not in the price list, and what has no price is not sent");
    }

    @Test
    void a_video_needs_to_be_allowed_by_name() {
        assertThatThrownBy(() -> guard("5").admit(post(VIDEO)))
                .isInstanceOf(SpendRefusedException.class)
                .hasMessageEndingWith("costs USD 0.40 and needs --allow openai/sora-2/text-to-video");
        assertThatNoException()
                .isThrownBy(() -> guard("5", "openai/sora-2/text-to-video").admit(post(VIDEO)));
    }

    @Test
    void what_is_free_passes_without_a_budget() {
        SpendGuard guard = guard("0");
        guard.admit(new Operation("GET", "/api/v3/predictions/1/result", true, true, object()));
        guard.admit(new Operation("GET", "/api/v3/balance", true, true, object()));
        guard.admit(new Operation("POST", CHARACTERS, true, false, object()));
        guard.admit(new Operation("PUT", "/bucket/file", false, false, object()));

        assertThat(guard.spent()).isZero();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void calls_keep_their_distance() {
        SpendGuard guard = guard("0");
        Operation balance = new Operation("GET", "/api/v3/balance", true, true, object());
        guard.admit(balance);
        nanos += Duration.ofMillis(300).toNanos();
        guard.admit(balance);
        nanos += Duration.ofSeconds(5).toNanos();
        guard.admit(balance);

        assertThat(slept).containsExactly(Duration.ofMillis(700));
    }

    @Test
    void a_429_ends_all_calls() {
        SpendGuard guard = guard("5");
        guard.answered(500);
        guard.admit(post(CHARACTERS));
        guard.answered(429);

        assertThatThrownBy(() -> guard.admit(new Operation("GET", "/api/v3/balance", true, true, object())))
                .isInstanceOf(SpendException.class)
                .hasMessageContaining("429");
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', 0.40",
        "'8', '', 0.80",
        "'9000', '', 2.00",
        "'-1', '', 2.00",
        "'twelve', '', 2.00",
    })
    void a_video_is_priced_by_its_length_and_at_the_dearest_when_in_doubt(
            String duration, String size, BigDecimal usd) {
        ObjectNode input = object();
        if (duration.matches("-?\\d+")) {
            input.put("duration", Integer.parseInt(duration));
        } else if (!duration.isEmpty()) {
            input.put("duration", duration);
        }

        assertThat(price(VIDEO, input)).isEqualByComparingTo(usd);
    }

    @Test
    void a_large_video_is_dearer_and_one_of_unknown_size_as_dear() {
        String pro = "/api/v3/openai/sora-2/text-to-video-pro";

        assertThat(price(pro, object().put("size", "720*1280"))).isEqualByComparingTo("1.20");
        assertThat(price(pro, object().put("size", "1080*1920"))).isEqualByComparingTo("2.00");
        assertThat(price(pro, object())).isEqualByComparingTo("2.00");
    }

    @Test
    void a_budget_is_an_amount_or_nothing() {
        assertThat(Budget.from(Map.of()).usd()).isZero();
        assertThat(Budget.from(Map.of(Budget.VARIABLE, " 0.02 ")).usd()).isEqualByComparingTo("0.02");
        for (String text : new String[] {"-1", "1e3", "101", "a lot", "0,02", "0.0000001"}) {
            assertThatThrownBy(() -> Budget.from(Map.of(Budget.VARIABLE, text)))
                    .isInstanceOf(SpendException.class)
                    .hasMessageContaining(text);
        }
    }

    private static BigDecimal price(String path, ObjectNode input) {
        return new Tariff(Prices.bundled())
                .of(new Operation("POST", path, true, true, input))
                .orElseThrow()
                .usd();
    }

    private static Operation post(String path) {
        return new Operation("POST", path, true, true, object());
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private SpendGuard guard(String budget, String... allowed) {
        Pace.Timer timer = new Pace.Timer() {
            @Override
            public long nanos() {
                return nanos;
            }

            @Override
            public void sleep(Duration duration) {
                slept.add(duration);
                nanos += duration.toNanos();
            }
        };
        return new SpendGuard(
                new Budget(new BigDecimal(budget)),
                new SpendLedger(folder.resolve("spend.jsonl"), Clock.systemUTC()),
                Set.of(allowed),
                new Pace(Duration.ofSeconds(1), timer));
    }
}
