package dev.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.settings.Progression;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What moves jobs, as their owner sees it. */
class ProgressionsTest {

    @Test
    void pollsMoveAJobAndNothingElseDoes() {
        try (Understudy understudy = started(Progression.polls(2, 1))) {
            Api api = new Api(understudy, "polls");
            String id = submit(api);
            api.sandbox().advance(Duration.ofDays(1));
            api.get("/api/v3/predictions");
            api.get("/api/v3/predictions?status=completed");

            assertThat(polls(api, id, 5)).containsExactly("queued", "queued", "processing", "completed", "completed");
        }
    }

    @Test
    void aListShowsWhatTheLastPollDid() {
        try (Understudy understudy = started(Progression.polls(1, 1))) {
            Api api = new Api(understudy, "lists");
            String id = submit(api);

            polls(api, id, 2);

            assertThat(api.get("/api/v3/predictions").text()).contains("\"status\":\"processing\"");
        }
    }

    @Test
    void theTimeOfTheWorkIsTheTimeBetweenTheMoves() {
        try (Understudy understudy = started(Progression.polls(0, 1))) {
            Api api = new Api(understudy, "times");
            api.sandbox().freeze();
            String id = submit(api);
            polls(api, id, 1);

            api.sandbox().advance(Duration.ofMillis(1_234));

            assertThat(api.poll(id).path("executionTime").asInt()).isEqualTo(1_234);
        }
    }

    @Test
    void immediatelyTheFirstPollFindsItEnded() {
        try (Understudy understudy = started(Progression.immediate())) {
            Api api = new Api(understudy, "immediate");
            api.sandbox().freeze();

            assertThat(polls(api, submit(api), 1)).containsExactly("completed");
        }
    }

    @Test
    void stepsMoveAJobOneStateAtATime() {
        try (Understudy understudy = started(Progression.manual())) {
            Api api = new Api(understudy, "manual");
            api.sandbox().freeze();
            String id = submit(api);
            String step = "/__understudy/predictions/" + id + "/step";
            assertThat(polls(api, id, 3)).containsOnly("queued");

            JsonNode first = api.post(step, "").json();
            assertThat(first.path("fired").findValuesAsText("to")).containsExactly("processing");
            assertThat(first.path("fired").findValuesAsText("prediction")).containsExactly(id);
            assertThat(polls(api, id, 3)).containsOnly("processing");
            assertThat(api.post(step, "").json().path("fired").findValuesAsText("to"))
                    .containsExactly("completed");
            assertThat(api.status(id)).isEqualTo("completed");
            assertThat(api.post(step, "").json().path("fired")).isEmpty();
        }
    }

    @Test
    void oneStepForAllMovesEachInTheOrderOfSubmission() {
        try (Understudy understudy = started(Progression.manual())) {
            Api api = new Api(understudy, "all");
            List<String> ids = List.of(submit(api), submit(api), submit(api));
            api.sandbox().step(ids.get(1));

            JsonNode fired = api.post("/__understudy/step", "").json().path("fired");

            assertThat(fired.findValuesAsText("prediction")).containsExactlyElementsOf(ids);
            assertThat(fired.findValuesAsText("to")).containsExactly("processing", "completed", "processing");
        }
    }

    @Test
    void aStepOfAJobThatTimeMovesIsRefusedAndSoIsOneOfNone() {
        try (Understudy understudy = started(Progression.time())) {
            Api api = new Api(understudy, "time");
            api.sandbox().freeze();

            Api.Answer refused = api.post("/__understudy/predictions/" + submit(api) + "/step", "");
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.text()).contains("time moves this job; advance the clock");
            assertThat(api.post("/__understudy/predictions/none/step", "").status())
                    .isEqualTo(404);
        }
    }

    @Test
    void aStepWaitsForTheClipThatItsEndDependsOn() throws Exception {
        try (Understudy understudy = started(Progression.manual());
                MediaHost host = new MediaHost()) {
            Api api = new Api(understudy, "clip");
            String id = api.post(Api.CHARACTERS, Map.of("video", host.url("/held/clips/clip-3s.mp4"), "name", "Joe"))
                    .data()
                    .path("id")
                    .asText();
            CompletableFuture<List<String>> steps = CompletableFuture.supplyAsync(() -> List.of(
                    api.sandbox().step(id).events().toString(),
                    api.sandbox().step(id).events().toString()));
            assertThat(steps).isNotDone();
            host.release();

            assertThat(steps.get(10, TimeUnit.SECONDS).get(1)).contains("MadeCharacter");
        }
    }

    @Test
    void ofAThousandPollersAtOnceEverybodySeesOneOrderAndNobodyGoesBack() throws Exception {
        List<String> order = List.of("queued", "processing", "completed");
        ExecutorService pollers = Executors.newFixedThreadPool(1_000);
        CyclicBarrier all = new CyclicBarrier(1_000);
        try (Understudy understudy = started(Progression.polls(1_000, 700))) {
            Api api = new Api(understudy, "pollers");
            String id = submit(api);
            AtomicInteger furthest = new AtomicInteger();
            Map<String, Integer> seen = new HashMap<>();
            Callable<List<String>> poller = () -> {
                List<String> answers = new ArrayList<>();
                all.await(30, TimeUnit.SECONDS);
                for (int i = 0; i < 2; i++) {
                    int before = furthest.get();
                    String answer = api.status(id);
                    assertThat(order.indexOf(answer)).isGreaterThanOrEqualTo(before);
                    furthest.accumulateAndGet(order.indexOf(answer), Math::max);
                    answers.add(answer);
                }
                return answers;
            };
            for (Future<List<String>> answers : pollers.invokeAll(Collections.nCopies(1_000, poller))) {
                answers.get().forEach(answer -> seen.merge(answer, 1, Integer::sum));
            }
            assertThat(seen).isEqualTo(Map.of("queued", 1_000, "processing", 700, "completed", 300));
        } finally {
            pollers.shutdown();
        }
    }

    private static Understudy started(Progression progression) {
        return Understudy.builder().seed(1).progression(progression).start();
    }

    private static String submit(Api api) {
        return api.submit(Api.TEXT_TO_VIDEO, Map.of("prompt", "a"));
    }

    private static List<String> polls(Api api, String id, int times) {
        List<String> seen = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            seen.add(api.status(id));
        }
        return seen;
    }
}
