package dev.understudy.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.prediction.Prediction;
import dev.understudy.prediction.Timed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PredictionOrderTest {

    private static final Instant START = Instant.parse("2026-03-20T08:15:30Z");

    private final PredictionOrder order = new PredictionOrder();

    @Test
    void whateverIsAddedHiddenAndForgottenPagesAreThoseOfAPlainList() {
        Random random = new Random(7);
        List<Prediction> plain = new ArrayList<>();
        for (int step = 0; step < 20_000; step++) {
            int chance = random.nextInt(10);
            if (chance < 7 || plain.isEmpty()) {
                plain.add(job(step / 3));
                order.add(plain.get(plain.size() - 1));
            } else if (chance < 9) {
                int place = random.nextInt(plain.size());
                Prediction deleted = plain.get(place).deleted();
                order.replace(plain.set(place, deleted), deleted);
            } else {
                order.forgetOldest();
                plain.remove(0);
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

        Prediction next = job(1);
        order.add(next);
        assertThat(order.newest(0, 10)).containsExactly(next);
    }

    private void compare(List<Prediction> plain, Random random) {
        List<Prediction> newestFirst = new ArrayList<>(plain);
        newestFirst.removeIf(Prediction::isDeleted);
        Collections.reverse(newestFirst);
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
        assertThat(order.oldest()).containsSame(plain.get(0));
    }

    private static Prediction job(int second) {
        Instant at = START.plusSeconds(second);
        return new Prediction("job", "model", Map.of(), at, Timed.of(at, at), List.of());
    }
}
