package dev.understudy.prediction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SteppedTest {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private final List<Stepped.Progress> told = new ArrayList<>();
    private Instant now = START;

    @Test
    void soManyPollsFindItWaitingSoManyAtWorkAndTheNextOneEnded() {
        Stepped timeline = Stepped.byPolls(2, 3);

        assertThat(polls(timeline, 7))
                .containsExactly(
                        Stage.QUEUED,
                        Stage.QUEUED,
                        Stage.PROCESSING,
                        Stage.PROCESSING,
                        Stage.PROCESSING,
                        Stage.OVER,
                        Stage.OVER);
        assertThat(timeline.starts()).isEqualTo(START.plusSeconds(3));
        assertThat(timeline.ends()).isEqualTo(START.plusSeconds(6));
        assertThat(timeline.processing()).isEqualTo(Duration.ofSeconds(3));
        assertThat(told).extracting(Stepped.Progress::stage).containsExactly(Stage.PROCESSING, Stage.OVER);
    }

    @Test
    void noPollsAtAllEndItWithTheFirst() {
        Stepped timeline = Stepped.byPolls(0, 0);

        assertThat(timeline.stage(now)).isEqualTo(Stage.QUEUED);
        assertThat(polls(timeline, 1)).containsExactly(Stage.OVER);
        assertThat(timeline.starts()).isEqualTo(timeline.ends()).isEqualTo(START.plusSeconds(1));
    }

    @Test
    void itsTimesAreUnknownUntilItMoves() {
        Stepped timeline = Stepped.byHand();

        assertThat(timeline.starts()).isEqualTo(timeline.ends()).isEqualTo(Instant.MAX);
        assertThat(timeline.endKnown()).isFalse();
        step(timeline);
        assertThat(timeline.starts()).isEqualTo(START);
        assertThat(timeline.endKnown()).isFalse();
        step(timeline);
        assertThat(timeline.endKnown()).isTrue();
    }

    @Test
    void byHandNoPollMovesIt() {
        Stepped timeline = Stepped.byHand();

        assertThat(polls(timeline, 100)).containsOnly(Stage.QUEUED);
        assertThat(step(timeline).to().stage()).isEqualTo(Stage.PROCESSING);
        assertThat(polls(timeline, 100)).containsOnly(Stage.PROCESSING);
        assertThat(step(timeline).ends()).isTrue();
        assertThat(step(timeline).moved()).isFalse();
        assertThat(told).hasSize(2);
    }

    @Test
    void aStepSparesTheWaitingPollsOfOneThatMovesWithPolls() {
        Stepped timeline = Stepped.byPolls(50, 2);

        step(timeline);

        assertThat(polls(timeline, 3)).containsExactly(Stage.PROCESSING, Stage.PROCESSING, Stage.OVER);
    }

    @Test
    void withoutAnEndItNeverEnds() {
        for (Timeline timeline :
                List.of(Stepped.byHand().withoutEnd(), Stepped.byPolls(1, 1).withoutEnd())) {
            Stepped stuck = (Stepped) timeline;
            assertThat(stuck.endless()).isTrue();
            polls(stuck, 10);
            step(stuck);
            step(stuck);
            assertThat(stuck.stage(Instant.MAX)).isEqualTo(Stage.PROCESSING);
        }
    }

    @Test
    void aCopyStandsWhereTheOriginalDoesAndGoesItsOwnWay() {
        Stepped original = Stepped.byPolls(1, 1);
        polls(original, 1);
        Stepped copy = original.copy();

        assertThat(polls(original, 2)).containsExactly(Stage.PROCESSING, Stage.OVER);
        assertThat(copy.stage(now)).isEqualTo(Stage.QUEUED);
        assertThat(polls(copy, 2)).containsExactly(Stage.PROCESSING, Stage.OVER);
    }

    @Test
    void aClockReadBeforeTheMoveBeforeDoesNotMakeItEndBeforeItStarted() {
        Stepped timeline = Stepped.byHand();
        step(timeline);

        timeline.step(START.minusSeconds(1), told::add);

        assertThat(timeline.processing()).isZero();
    }

    @Test
    void ofAThousandPollersAtOnceEachNumberOfPollsSeesItsStage() throws Exception {
        Stepped timeline = Stepped.byPolls(30_000, 50_000);
        ExecutorService pollers = Executors.newFixedThreadPool(1_000);
        CyclicBarrier all = new CyclicBarrier(1_000);
        try {
            Callable<List<Stage>> poller = () -> {
                all.await(30, TimeUnit.SECONDS);
                return Stream.generate(
                                () -> timeline.poll(START, progress -> {}).to().stage())
                        .limit(100)
                        .toList();
            };
            Map<Stage, Integer> seen = new EnumMap<>(Stage.class);
            for (Future<List<Stage>> stages : pollers.invokeAll(Collections.nCopies(1_000, poller))) {
                assertThat(stages.get()).isSorted();
                stages.get().forEach(stage -> seen.merge(stage, 1, Integer::sum));
            }
            assertThat(seen).isEqualTo(Map.of(Stage.QUEUED, 30_000, Stage.PROCESSING, 50_000, Stage.OVER, 20_000));
        } finally {
            pollers.shutdown();
        }
    }

    private List<Stage> polls(Stepped timeline, int times) {
        List<Stage> seen = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            now = now.plusSeconds(1);
            seen.add(timeline.poll(now, told::add).to().stage());
        }
        return seen;
    }

    private Stepped.Move step(Stepped timeline) {
        return timeline.step(now, told::add);
    }
}
