package dev.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.journal.Entry;
import dev.understudy.settings.AccountLevel;
import dev.understudy.settings.Progression;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What moves jobs, as their owner sees it. */
class ProgressionsTest {

    private static final String PATH = "/__understudy/progression";
    private static final String HEADER = "Understudy-Progression";
    private static final String TOO_LONG = "https://example.com/a-9s.mp4";
    private static final String WAVE = "{\"prompt\":\"a\"}";

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

            assertThat(poll(api, id).path("executionTime").asInt()).isEqualTo(1_234);
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
            assertThat(poll(api, id).path("status").asText()).isEqualTo("completed");
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

    @ParameterizedTest
    @CsvSource({"polls", "manual", "immediate"})
    void theEndIsToldByWebhookHoweverItComes(String word) throws Exception {
        try (Understudy understudy = started(Progression.of(word, 0, 1));
                Receiver receiver = new Receiver()) {
            Api api = new Api(understudy, "hook");
            api.sandbox().freeze();
            String id = api.post(Api.TEXT_TO_VIDEO + "?webhook=" + receiver.url("/hook"), WAVE)
                    .data()
                    .path("id")
                    .asText();

            end(api, id);

            assertThat(receiver.next().body()).contains("\"status\":\"completed\"");
            assertThat(receiver.rest()).isEmpty();
        }
    }

    @Test
    void aStepThatEndsAJobReturnsWhenItsWebhookWasAttempted() throws Exception {
        try (Understudy understudy = started(Progression.manual());
                Receiver receiver = new Receiver()) {
            Api api = new Api(understudy, "hook");
            api.post(Api.TEXT_TO_VIDEO + "?webhook=" + receiver.url("/hook"), WAVE);
            api.post("/__understudy/step", "");

            JsonNode fired = api.post("/__understudy/step", "").json().path("fired");

            assertThat(fired.findValuesAsText("type")).containsExactly("transition", "webhook");
            assertThat(receiver.rest()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"polls", "manual"})
    void aSyncAnswerComesWithTheEnd(String word) throws Exception {
        try (Understudy understudy = started(Progression.of(word, 0, 1))) {
            Api api = new Api(understudy, "sync");
            api.sandbox().freeze();
            CompletableFuture<Api.Answer> answer = CompletableFuture.supplyAsync(
                    () -> api.post(Api.TEXT_TO_VIDEO, Map.of("prompt", "a", "enable_sync_mode", true)));
            String id = newest(api);
            assertThat(answer).isNotDone();

            end(api, id);

            assertThat(answer.get(10, TimeUnit.SECONDS).data().path("status").asText())
                    .isEqualTo("completed");
        }
    }

    @Test
    void aSyncAnswerIsLateIfNobodyStepsInTime() throws Exception {
        try (Understudy understudy = started(Progression.manual())) {
            Api api = new Api(understudy, "sync");
            api.sandbox().freeze();
            CompletableFuture<Api.Answer> answer = CompletableFuture.supplyAsync(
                    () -> api.post(Api.TEXT_TO_VIDEO, Map.of("prompt", "a", "enable_sync_mode", true)));
            newest(api);

            api.sandbox().advance(Duration.ofSeconds(90));

            assertThat(answer.get(10, TimeUnit.SECONDS).data().path("code").asInt())
                    .isEqualTo(5004);
        }
    }

    @ParameterizedTest
    @CsvSource({"polls", "manual", "immediate"})
    void aFailedJobIsRefundedWhenItEnds(String word) {
        try (Understudy understudy = started(Progression.of(word, 0, 1))) {
            Api api = new Api(understudy, "refund");
            api.sandbox().freeze();
            String id = api.post(Api.CHARACTERS, Map.of("video", TOO_LONG, "name", "Joe"))
                    .data()
                    .path("id")
                    .asText();
            if (!word.equals("immediate")) {
                assertThat(balance(api)).isLessThan(1_000_000);
                assertThat(billed(api)).isEqualTo("created");
            }

            end(api, id);

            assertThat(poll(api, id).path("status").asText()).isEqualTo("failed");
            assertThat(balance(api)).isEqualTo(1_000_000);
            assertThat(billed(api)).isEqualTo("failed");
        }
    }

    @ParameterizedTest
    @CsvSource({"polls", "manual"})
    void aPlaceIsFreeWhenItsJobHasEnded(String word) {
        try (Understudy understudy = Understudy.builder()
                .level(AccountLevel.BRONZE)
                .progression(Progression.of(word, 0, 1))
                .start()) {
            Api api = new Api(understudy, "bronze");
            api.sandbox().freeze();
            String first = submit(api);
            submit(api);
            api.sandbox().advance(Duration.ofMinutes(2));
            assertThat(api.post(Api.TEXT_TO_VIDEO, WAVE).text()).contains("concurrency limit");

            end(api, first);

            assertThat(api.post(Api.TEXT_TO_VIDEO, WAVE).status()).isEqualTo(200);
        }
    }

    @Test
    void theMostSpecificChoiceWinsAndIsNoted() {
        try (Understudy understudy = started(Progression.immediate())) {
            Api api = new Api(understudy, "choices");
            assertThat(api.get(PATH).text()).isEqualTo("{\"server\":{\"progression\":\"immediate\"},\"models\":{}}");
            api.send("PUT", PATH, BodyPublishers.ofString("{\"progression\":\"manual\"}"));
            Api.Answer chosen = api.send(
                    "PUT",
                    PATH,
                    BodyPublishers.ofString("{\"progression\":\"polls\",\"queued\":0,\"processing\":2,"
                            + "\"model\":\"openai/sora-2/text-to-video\"}"));
            assertThat(chosen.text())
                    .isEqualTo("{\"server\":{\"progression\":\"immediate\"},\"sandbox\":{\"progression\":\"manual\"},"
                            + "\"models\":{\"openai/sora-2/text-to-video\":"
                            + "{\"progression\":\"polls\",\"queued\":0,\"processing\":2}}}");

            assertThat(polls(api, submit(api), 3)).containsExactly("processing", "processing", "completed");
            assertThat(polls(api, submit(api, HEADER, " Polls ;processing=0; queued = 1"), 2))
                    .containsExactly("queued", "completed");
            String byKey = api.post(Api.CHARACTERS, Map.of("video", "https://example.com/a.mp4", "name", "Joe"))
                    .data()
                    .path("id")
                    .asText();
            assertThat(polls(api, byKey, 2)).containsOnly("queued");
            assertThat(notes(api))
                    .containsExactly(
                            "progression polls: chosen for this model",
                            "progression polls: the header Understudy-Progression",
                            "progression manual: chosen for this key");

            assertThat(api.send("DELETE", PATH, BodyPublishers.noBody()).text())
                    .isEqualTo("{\"server\":{\"progression\":\"immediate\"},\"models\":{}}");
            assertThat(polls(api, submit(api), 1)).containsExactly("completed");
            assertThat(notes(api)).hasSize(3);
        }
    }

    @Test
    void aChoiceOfOneKeyIsNoneOfAnother() {
        try (Understudy understudy = started(Progression.immediate())) {
            Api one = new Api(understudy, "one");
            one.sandbox().progressions().choose(Progression.manual());

            assertThat(polls(one, submit(one), 1)).containsExactly("queued");
            Api other = new Api(understudy, "other");
            assertThat(polls(other, submit(other), 1)).containsExactly("completed");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            steps                   | progression must be one of time, immediate, polls, manual, not 'steps'
            polls queued=1          | write one of time, immediate, polls, manual, such as 'polls; queued=1; processing=2'
            polls; queue=1          | write one of time, immediate, polls, manual, such as 'polls; queued=1; processing=2'
            polls; queued=10001     | queued and processing must be numbers from 0 to 10000
            manual; queued=1        | only polls takes queued and processing
            """)
    void aHeaderThatCannotBeUsedIsRefusedInTheShapeOfTheService(String header, String why) {
        try (Understudy understudy = started(Progression.time())) {
            Api api = new Api(understudy, "header");

            Api.Answer answer = api.send("POST", Api.TEXT_TO_VIDEO, BodyPublishers.ofString(WAVE), HEADER, header);

            assertThat(answer.text())
                    .isEqualTo("{\"code\":400,\"message\":\"header Understudy-Progression: " + why + "\"}");
            assertThat(api.get("/api/v3/predictions").data().path("total").asInt())
                    .isZero();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                            | progression | progression is missing
            {"progression":"manuel"}                      | progression | progression must be one of time, immediate, polls, manual; did you mean manual?
            {"progression":"time","queued":1}             | queued      | only polls takes queued
            {"progression":"polls","processing":-1}       | processing  | processing must be a whole number from 0 to 10000
            {"progression":"polls","processing":1.5}      | processing  | processing must be a whole number from 0 to 10000
            {"progression":"polls","polls":1}             | polls       | there is no field polls; there are progression, queued, processing, model
            """)
    void aChoiceThatCannotBeUsedIsNamedAndNothingIsChanged(String body, String field, String title) {
        try (Understudy understudy = started(Progression.time())) {
            Api api = new Api(understudy, "strict");

            Api.Answer answer = api.send("PUT", PATH, BodyPublishers.ofString(body));

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().path("field").asText()).isEqualTo(field);
            assertThat(answer.json().path("title").asText()).isEqualTo(title);
            assertThat(api.get(PATH).text()).isEqualTo("{\"server\":{\"progression\":\"time\"},\"models\":{}}");
        }
    }

    @Test
    void aModelThatIsNotThereIsNamedWithTheNearest() {
        try (Understudy understudy = started(Progression.time())) {
            JsonNode problem = new Api(understudy, "model")
                    .send(
                            "PUT",
                            PATH,
                            BodyPublishers.ofString(
                                    "{\"progression\":\"manual\",\"model\":\"openai/sora-2/character\"}"))
                    .json();

            assertThat(problem.path("suggestion").asText()).isEqualTo("openai/sora-2/characters");
        }
    }

    @Test
    void ofAThousandPollersAtOnceEverybodySeesOneOrderAndNobodyGoesBack() throws Exception {
        List<String> order = List.of("queued", "processing", "completed");
        ExecutorService pollers = Executors.newFixedThreadPool(64);
        try (Understudy understudy = started(Progression.polls(1_000, 700))) {
            Api api = new Api(understudy, "pollers");
            String id = submit(api);
            AtomicInteger furthest = new AtomicInteger();
            Map<String, Integer> seen = new HashMap<>();
            Callable<List<String>> poller = () -> {
                List<String> answers = new ArrayList<>();
                for (int i = 0; i < 2; i++) {
                    int before = furthest.get();
                    String answer = poll(api, id).path("status").asText();
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

    private static String submit(Api api, String... headers) {
        List<String> all = new ArrayList<>(List.of("Content-Type", "application/json"));
        all.addAll(List.of(headers));
        return api.send("POST", Api.TEXT_TO_VIDEO, BodyPublishers.ofString(WAVE), all.toArray(String[]::new))
                .data()
                .path("id")
                .asText();
    }

    // Two polls or two steps; what is immediate has ended without.
    private static void end(Api api, String id) {
        poll(api, id);
        poll(api, id);
        if (notEnded(api)) {
            api.sandbox().step(id);
            api.sandbox().step(id);
        }
    }

    private static boolean notEnded(Api api) {
        return api.sandbox().progressions().ofServer() instanceof Progression.Manual;
    }

    private static JsonNode poll(Api api, String id) {
        return api.get("/api/v3/predictions/" + id + "/result").data();
    }

    private static List<String> polls(Api api, String id, int times) {
        List<String> seen = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            seen.add(poll(api, id).path("status").asText());
        }
        return seen;
    }

    private static String newest(Api api) {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (System.nanoTime() < deadline) {
            JsonNode items = api.get("/api/v3/predictions").data().path("items");
            if (!items.isEmpty()) {
                return items.path(0).path("id").asText();
            }
        }
        throw new AssertionError("nothing was submitted");
    }

    private static double balance(Api api) {
        return api.get("/api/v3/balance").data().path("balance").asDouble();
    }

    // Of the charge, which is the oldest line.
    private static String billed(Api api) {
        return api.post("/api/v3/billings/search", "{\"sort\":\"created_at ASC\"}")
                .data()
                .path("items")
                .path(0)
                .path("prediction")
                .path("status")
                .asText();
    }

    private static List<String> notes(Api api) {
        return api.sandbox().journal().stream()
                .map(Entry::notes)
                .flatMap(List::stream)
                .filter(note -> note.startsWith("progression "))
                .toList();
    }
}
