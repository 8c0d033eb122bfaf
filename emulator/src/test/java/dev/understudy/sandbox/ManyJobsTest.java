package dev.understudy.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.prediction.Outcome;
import dev.understudy.prediction.Prediction;
import dev.understudy.prediction.State;
import dev.understudy.settings.Setting;
import dev.understudy.settings.Settings;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ManyJobsTest {

    private record Order(String model, Map<String, Object> input, String price) {}

    private static final List<Order> ORDERS = List.of(
            new Order("openai/sora-2/characters", Map.of("video", "https://example.com/a.mp4", "name", "Joe"), "0.001"),
            new Order(
                    "openai/sora-2/characters",
                    Map.of("video", "https://example.com/a-1s.mp4", "name", "Joe"),
                    "0.001"),
            new Order("openai/sora-2/text-to-video", Map.of("prompt", "a walk"), "0.4"),
            new Order("openai/sora-2/text-to-video", Map.of("prompt", "a walk", "duration", 20), "2"),
            new Order("openai/sora-2/text-to-video", Map.of("prompt", "who?", "characters", nobody()), "0.4"),
            new Order(
                    "openai/sora-2/text-to-video-pro",
                    Map.of("prompt", "a walk", "duration", 8, "size", "1920*1080"),
                    "4"));

    @Test
    void tenThousandJobsOfAllKindsAddUpToTheMill() {
        Settings settings =
                Settings.defaults().with(Setting.PROFILE, "unstable").with(Setting.BALANCE, "100000");
        try (Sandboxes sandboxes = new Sandboxes(settings, 9)) {
            Sandbox sandbox = sandboxes.of("many");
            sandbox.clock().freeze();
            Map<Prediction, BigDecimal> jobs = new IdentityHashMap<>();
            Random mix = new Random(1);
            for (int i = 0; i < 10_000; i++) {
                Order order = ORDERS.get(mix.nextInt(ORDERS.size()));
                Prediction job = sandbox.submit(order.model(), order.input(), Visit.of("wavespeed.submit"));
                jobs.put(job, new BigDecimal(order.price()));
                sandbox.clock().advance(Duration.ofMillis(mix.nextInt(200)));
                if (i % 100 == 0) {
                    assertThat(sandbox.ledger().balance()).isEqualByComparingTo(expected(sandbox, jobs));
                }
            }
            sandbox.clock().advance(Duration.ofMinutes(1));

            assertThat(sandbox.ledger().balance()).isEqualByComparingTo(expected(sandbox, jobs));
            Statement statement = sandbox.ledger().statement();
            assertThat(statement.charged()).isEqualByComparingTo(sum(jobs.values()));
            assertThat(statement.refunded()).isPositive();
            assertThat(statement.balance()).isEqualByComparingTo(expected(sandbox, jobs));
            assertThat(statement.models())
                    .hasSize(3)
                    .allSatisfy(
                            model -> assertThat(model.refunded()).isPositive().isLessThan(model.charged()));
        }
    }

    private static BigDecimal expected(Sandbox sandbox, Map<Prediction, BigDecimal> jobs) {
        Map<Prediction, BigDecimal> kept = new IdentityHashMap<>(jobs);
        kept.keySet().removeIf(job -> failed(sandbox, job));
        return new BigDecimal("100000").subtract(sum(kept.values()));
    }

    private static BigDecimal sum(Collection<BigDecimal> prices) {
        return prices.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<Map<String, String>> nobody() {
        return List.of(Map.of("id", "char_unknown"));
    }

    private static boolean failed(Sandbox sandbox, Prediction job) {
        return job.at(sandbox.clock().instant()) instanceof State.Ended ended
                && ended.outcome() instanceof Outcome.Failed;
    }
}
