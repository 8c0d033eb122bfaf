package dev.understudy.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.prediction.Failure;
import dev.understudy.prediction.Outcome;
import dev.understudy.prediction.Output;
import dev.understudy.prediction.Prediction;
import dev.understudy.settings.Setting;
import dev.understudy.settings.Settings;
import dev.understudy.time.Draw;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrderTest {

    private static final String VIDEO = "openai/sora-2/text-to-video";
    private static final String CHARACTER = "openai/sora-2/characters";
    private static final Map<String, Object> CLIP = Map.of("video", "https://example.com/a.mp4", "name", "Mossy");

    private final Sandboxes sandboxes = new Sandboxes(Settings.defaults().with(Setting.SEED, "1"), 1);
    private final Sandbox sandbox = sandboxes.of("key");

    @BeforeEach
    void freeze() {
        sandbox.clock().freeze();
    }

    @AfterEach
    void close() {
        sandboxes.close();
    }

    @Test
    void whoOrdersCanNameTheJobAndItsCharacter() {
        Naming naming = new Naming() {
            @Override
            public String job(Draw draw, Instant now) {
                return "ab".repeat(16);
            }

            @Override
            public Output.MadeCharacter character(Draw draw, Prediction job) {
                return Naming.character("ch_1", job.input().get("name") + " II", job);
            }
        };

        Prediction job = submit(Order.of(CHARACTER, CLIP).named(naming));

        assertThat(job.id()).isEqualTo("ab".repeat(16));
        assertThat(sandbox.character("ch_1"))
                .contains(new Output.MadeCharacter(
                        "ch_1", "Mossy II", job.id(), sandbox.clock().instant()));
    }

    @Test
    void anInputThatIsCheckedLaterFailsTheJobAndCostsNothing() {
        BigDecimal before = sandbox.ledger().balance();
        assertThatThrownBy(() -> submit(Order.of(VIDEO, Map.of()))).hasMessage("missing required parameter: prompt");

        Prediction job = submit(Order.of(VIDEO, Map.of("size", 3)).thatFailsLate());

        assertThat(job.outcome().orElseThrow())
                .isEqualTo(new Outcome.Failed(Failure.INVALID_PARAMETER, "missing required parameter: prompt"));
        assertThat(job.input()).isEqualTo(Map.of("size", 3));
        sandbox.clock().advance(Duration.ofMinutes(1));
        assertThat(sandbox.ledger().balance()).isEqualByComparingTo(before);
    }

    @Test
    void nobodyWaitsForAClockThatStandsStill() {
        Prediction polled = submit(Order.of(CHARACTER, CLIP));
        Prediction awaited = submit(Order.of(CHARACTER, CLIP).awaitedByItsCaller());

        assertThat(sandbox.endings().of(polled)).isNotDone();
        assertThat(sandbox.endings().of(awaited)).isCompleted();
    }

    @Test
    void jobsOfDifferentMetersDoNotCountTogetherAndSomeAreOnlyCounted() {
        Order two = Order.of(VIDEO, Map.of("prompt", "a"))
                .within((level, balance) -> new Allowance("two", 2, Integer.MAX_VALUE, true, "the account"));
        Order counted = Order.of(VIDEO, Map.of("prompt", "a"))
                .within((level, balance) -> new Allowance("counted", 1, Integer.MAX_VALUE, false, "the account"));
        submit(two);
        submit(two);
        submit(counted);
        submit(counted);

        assertThatThrownBy(() -> submit(two)).hasMessage("the account allows 2 jobs a minute");
        Instant now = sandbox.clock().instant();
        assertThat(sandbox.quota().reading("counted", now).used()).isEqualTo(2);
        sandbox.clock().advance(Duration.ofMinutes(1));
        assertThat(sandbox.quota().reading("counted", sandbox.clock().instant()).used())
                .isZero();
        assertThat(submit(two)).isNotNull();
    }

    private Prediction submit(Order order) {
        return sandbox.submit(order, Visit.of("wavespeed.submit"));
    }
}
