package dev.understudy.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.prediction.Outcome;
import dev.understudy.prediction.Prediction;
import dev.understudy.prediction.State;
import dev.understudy.settings.Setting;
import dev.understudy.settings.Settings;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ManyJobsTest {

    private static final Map<String, Object> JOE = Map.of("video", "https://example.com/a.mp4", "name", "Joe");
    private static final Map<String, Object> SHORT = Map.of("video", "https://example.com/a-1s.mp4", "name", "Joe");
    private static final Map<String, Object> WALK = Map.of("prompt", "a walk on the beach");
    private static final Map<String, Object> DOOMED =
            Map.of("prompt", "who?", "characters", List.of(Map.of("id", "char_unknown")));

    @Test
    void tenThousandJobsOfAllKindsAddUpToTheMill() {
        Settings settings =
                Settings.defaults().with(Setting.PROFILE, "unstable").with(Setting.BALANCE, "100000");
        try (Sandboxes sandboxes = new Sandboxes(settings, 9)) {
            Sandbox sandbox = sandboxes.of("many");
            sandbox.clock().freeze();
            List<Prediction> jobs = new ArrayList<>();
            Random mix = new Random(1);
            for (int i = 0; i < 10_000; i++) {
                jobs.add(submit(sandbox, mix.nextInt(4)));
                sandbox.clock().advance(Duration.ofMillis(mix.nextInt(200)));
                if (i % 100 == 0) {
                    assertThat(sandbox.ledger().balance()).isEqualByComparingTo(expected(sandbox, jobs));
                }
            }
            sandbox.clock().advance(Duration.ofMinutes(1));

            assertThat(sandbox.ledger().balance()).isEqualByComparingTo(expected(sandbox, jobs));
            Statement statement = sandbox.ledger().statement();
            assertThat(statement.charged()).isEqualByComparingTo(sum(jobs));
            assertThat(statement.refunded()).isPositive();
            assertThat(statement.balance()).isEqualByComparingTo(expected(sandbox, jobs));
            assertThat(statement.models())
                    .hasSize(2)
                    .allSatisfy(
                            model -> assertThat(model.refunded()).isPositive().isLessThan(model.charged()));
        }
    }

    private static Prediction submit(Sandbox sandbox, int kind) {
        String model = kind < 2 ? "openai/sora-2/characters" : "openai/sora-2/text-to-video";
        return sandbox.submit(model, List.of(JOE, SHORT, WALK, DOOMED).get(kind), new Notes());
    }

    private static BigDecimal expected(Sandbox sandbox, List<Prediction> jobs) {
        List<Prediction> kept =
                jobs.stream().filter(job -> !failed(sandbox, job)).toList();
        return new BigDecimal("100000").subtract(sum(kept));
    }

    private static BigDecimal sum(List<Prediction> jobs) {
        return jobs.stream()
                .map(job -> new BigDecimal(job.model().endsWith("characters") ? "0.001" : "0.4"))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static boolean failed(Sandbox sandbox, Prediction job) {
        return job.at(sandbox.clock().instant()) instanceof State.Ended ended
                && ended.outcome() instanceof Outcome.Failed;
    }
}
