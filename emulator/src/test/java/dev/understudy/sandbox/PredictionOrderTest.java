package dev.understudy.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.prediction.Prediction;
import dev.understudy.prediction.Timed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PredictionOrderTest {

    private static final Instant START = Instant.parse("2026-03-20T08:15:30Z");

    private final PredictionOrder order = new PredictionOrder();

    @Test
    void whateverIsAddedHiddenAndForgottenPagesAreThoseOfAPlainList() {
        Random random = new Random(7);
        Map<PredictionOrder.Kept, Boolean> plain = new LinkedHashMap<>();
        for (int step = 0; step < 20_000; step++) {
            int chance = random.nextInt(10);
            if (chance < 7 || plain.isEmpty()) {
                plain.put(order.add(job(step / 3)), true);
            } else if (chance < 9) {
                PredictionOrder.Kept some = new ArrayList<>(plain.keySet()).get(random.nextInt(plain.size()));
                assertThat(order.hide(some, some.job().deleted())).isEqualTo(plain.put(some, false));
            } else {
                order.forgetOldest();
                plain.remove(plain.keySet().iterator().next());
            }
            if (step % 500 == 0) {
                compare(plain, random);
            }
        }
        compare(plain, random);
    }

    @Test
    void afterAllIsForgottenItStartsAnew() {
        for (int i = 0; i < 2_000; i++) {
            order.add(job(i));
        }
        for (int i = 0; i < 2_000; i++) {
            order.forgetOldest();
        }
        assertThat(order.oldest()).isEmpty();
        assertThat(order.newest(0, 10)).isEmpty();
        assertThat(order.shownSince(Instant.MIN)).isZero();

        PredictionOrder.Kept next = order.add(job(1));
        assertThat(order.newest(0, 10)).containsExactly(next.job());
    }

    private void compare(Map<PredictionOrder.Kept, Boolean> plain, Random random) {
        List<Prediction> newestFirst = new ArrayList<>();
        plain.forEach((kept, shown) -> {
            if (shown) {
                newestFirst.add(0, kept.job());
            }
        });
        for (int i = 0; i < 20; i++) {
            int skip = Math.min(random.nextInt(newestFirst.size() + 1), newestFirst.size());
            int most = random.nextInt(700);
            assertThat(order.newest(skip, most))
                    .isEqualTo(newestFirst.subList(skip, Math.min(skip + most, newestFirst.size())));
            Instant bound = START.plusSeconds(random.nextInt(8_000));
            assertThat(order.shownSince(bound)).isEqualTo((int) newestFirst.stream()
                    .filter(job -> !job.createdAt().isBefore(bound))
                    .count());
        }
        assertThat(order.shownSince(Instant.MIN)).isEqualTo(newestFirst.size());
        assertThat(order.oldest()).contains(plain.keySet().iterator().next().job());
    }

    private static Prediction job(int second) {
        Instant at = START.plusSeconds(second);
        return new Prediction("job", "model", Map.of(), at, Timed.of(at, at), List.of(), new CompletableFuture<>());
    }
}
