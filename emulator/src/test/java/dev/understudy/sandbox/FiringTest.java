package dev.understudy.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.prediction.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FiringTest {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private final Firing firing = new Firing();

    @Test
    void equalTimesAreInTheOrderOfKindsAndThenOfTheirBeginnings() {
        Event expiry = new Event.Expiry(START, Event.Expiry.Kept.UPLOAD, "u");
        Event refill = new Event.Refill(START);
        Event second = attempt("b");
        Event first = attempt("a");
        Event transition = new Event.Transition(START, "p", new State.Queued(), new State.Processing());
        Event earlier = new Event.Refill(START.minusNanos(1));
        firing.add(expiry, 0);
        firing.add(refill, 0);
        firing.add(second, 8);
        firing.add(first, 7);
        firing.add(transition, 99);
        firing.add(earlier, 0);

        assertThat(firing.fired(START, true).events())
                .containsExactly(earlier, transition, first, second, refill, expiry);
    }

    @Test
    void theEarliestAreToldAndTheRestCounted() {
        List<Integer> seconds = new ArrayList<>();
        for (int i = 0; i < 12_345; i++) {
            seconds.add(i);
        }
        Collections.shuffle(seconds, new Random(1));
        seconds.forEach(second -> firing.add(new Event.Refill(START.plusSeconds(second)), 0));

        Fired fired = firing.fired(START, false);

        assertThat(fired.events()).hasSize(Fired.MOST);
        assertThat(fired.events().get(0).at()).isEqualTo(START);
        assertThat(fired.events().get(Fired.MOST - 1).at()).isEqualTo(START.plusSeconds(Fired.MOST - 1));
        assertThat(fired.more()).isEqualTo(2_345);
        assertThat(fired.settled()).isFalse();
    }

    private static Event attempt(String prediction) {
        return new Event.Attempt(START, prediction, 1, "http://127.0.0.1/", true, "HTTP 200");
    }
}
