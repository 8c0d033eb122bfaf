package dev.understudy.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private final Turns turns = new Turns();
    private final List<Integer> ran = new ArrayList<>();

    @Test
    void whatIsDueAtOneInstantRunsInItsOrderHoweverItGetsReady() {
        CompletableFuture<Void> first = new CompletableFuture<>();
        CompletableFuture<Void> second = new CompletableFuture<>();
        turns.take(Instant.EPOCH, first, () -> ran.add(1));
        turns.take(Instant.EPOCH, second, () -> ran.add(2));
        turns.take(Instant.EPOCH, CompletableFuture.completedFuture(null), () -> ran.add(3));

        second.complete(null);
        assertThat(ran).isEmpty();
        first.complete(null);
        assertThat(ran).containsExactly(1, 2, 3);
    }

    @Test
    void whatIsDueAtAnotherInstantDoesNotWait() {
        turns.take(Instant.EPOCH, new CompletableFuture<>(), () -> ran.add(1));
        turns.take(Instant.EPOCH.plusNanos(1), CompletableFuture.completedFuture(null), () -> ran.add(2));

        assertThat(ran).containsExactly(2);
    }

    @Test
    void whatFailsToGetReadyHoldsUpNobody() {
        CompletableFuture<Void> first = new CompletableFuture<>();
        turns.take(Instant.EPOCH, first, () -> ran.add(1));
        turns.take(Instant.EPOCH, CompletableFuture.failedFuture(new Exception()), () -> ran.add(2));

        first.completeExceptionally(new Exception());

        assertThat(ran).containsExactly(1, 2);
    }

    @Test
    void manyThatWaitForOneDoNotExhaustTheStack() {
        CompletableFuture<Void> first = new CompletableFuture<>();
        turns.take(Instant.EPOCH, first, () -> ran.add(0));
        for (int i = 1; i <= 100_000; i++) {
            int number = i;
            turns.take(Instant.EPOCH, CompletableFuture.completedFuture(null), () -> ran.add(number));
        }

        first.complete(null);

        assertThat(ran).hasSize(100_001).isSorted();
    }
}
