package dev.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.settings.Pace;
import dev.understudy.settings.Progression;
import dev.understudy.settings.Setting;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyncModeTest {

    private static final Map<String, Object> VIDEO = Map.of("prompt", "a", "enable_sync_mode", true);

    private static final Map<String, Object> JOE =
            Map.of("video", "https://example.com/a.mp4", "name", "Joe", "enable_sync_mode", true);
    private final ExecutorService callers = Executors.newCachedThreadPool();
    private Understudy understudy;
    private Api api;

    @BeforeEach
    void start() {
        understudy = Understudy.builder().seed(1).pace(Pace.REALISTIC).start();
        api = new Api(understudy, "patient");
        api.sandbox().freeze();
    }

    @AfterEach
    void stop() {
        understudy.close();
        callers.shutdownNow();
    }

    @Test
    void theAnswerComesWhenTheJobHasEndedAndIsWhatAPollShows() throws Exception {
        CompletableFuture<Api.Answer> answer = submit(Api.CHARACTERS, JOE);

        api.sandbox().advance(Duration.ofSeconds(10));
        assertThat(answer).isNotDone();
        api.sandbox().advance(Duration.ofSeconds(24));
        Api.Answer answered = answer.get(10, TimeUnit.SECONDS);
        assertThat(answered.status()).isEqualTo(200);
        assertThat(answered.data().path("status").asText()).isEqualTo("completed");
        assertThat(answered.data().path("outputs").path(0).path("name").asText())
                .isEqualTo("Joe");
        assertThat(answered.text())
                .isEqualTo(api.get("/api/v3/predictions/"
                                + answered.data().path("id").asText())
                        .text());
    }

    @Test
    void aJobThatFailsIsAnAnswerTooAndSoIsOneThatIsDeleted() throws Exception {
        CompletableFuture<Api.Answer> failing = submit(
                Api.CHARACTERS,
                Map.of("video", "https://example.com/a-9s.mp4", "name", "Joe", "enable_sync_mode", true));
        api.sandbox().advance(Duration.ofMinutes(1));
        JsonNode failed = failing.get(10, TimeUnit.SECONDS).data();
        assertThat(failed.path("status").asText()).isEqualTo("failed");
        assertThat(failed.path("code").asInt()).isEqualTo(1401);

        CompletableFuture<Api.Answer> waiting = submit(Api.CHARACTERS, JOE);
        api.send("DELETE", "/api/v3/predictions/" + Waiting.newest(api), BodyPublishers.noBody());
        assertThat(waiting.get(10, TimeUnit.SECONDS).data().path("status").asText())
                .isEqualTo("deleted");
    }

    @Test
    void afterNinetySecondsOfTheSandboxTheWaitIsOverAndTheJobGoesOn() throws Exception {
        CompletableFuture<Api.Answer> answer = submit(Api.TEXT_TO_VIDEO, VIDEO);
        String id = Waiting.newest(api);

        api.sandbox().advance(Duration.ofSeconds(90).minusNanos(1));
        assertThat(answer).isNotDone();
        api.sandbox().advance(Duration.ofNanos(1));
        Api.Answer answered = answer.get(10, TimeUnit.SECONDS);
        assertThat(answered.status()).isEqualTo(200);
        String createdAt =
                api.get("/api/v3/predictions/" + id).data().path("created_at").asText();
        assertThat(answered.text())
                .isEqualTo("{\"code\":200,\"message\":\"success\",\"data\":{\"id\":\"" + id
                        + "\",\"model\":\"openai/sora-2/text-to-video\",\"outputs\":[],\"urls\":{\"get\":\""
                        + understudy.baseUrl() + "/api/v3/predictions/" + id
                        + "/result\"},\"has_nsfw_contents\":[],\"status\":\"processing\",\"code\":5004,\"created_at\":\""
                        + createdAt
                        + "\",\"error\":\"Sync mode timed out after 90 seconds. The prediction is still processing"
                        + " asynchronously.\",\"executionTime\":0,\"timings\":{\"inference\":0}}}");
        api.sandbox().advance(Duration.ofSeconds(90));
        assertThat(api.get("/api/v3/predictions/" + id).data().path("status").asText())
                .isEqualTo("completed");
    }

    @Test
    void onePushOverBothTimesGivesTheAnswerThatIsDueFirst() throws Exception {
        CompletableFuture<Api.Answer> video = submit(Api.TEXT_TO_VIDEO, VIDEO);
        CompletableFuture<Api.Answer> character = submit(Api.CHARACTERS, JOE);

        api.sandbox().advance(Duration.ofHours(1));

        assertThat(video.get(10, TimeUnit.SECONDS).data().path("code").asInt()).isEqualTo(5004);
        assertThat(character.get(10, TimeUnit.SECONDS).data().path("status").asText())
                .isEqualTo("completed");
    }

    @Test
    void aClipThatIsStillBeingReadWhenTheClockIsPushedIsWaitedFor() throws Exception {
        String clip = api.upload("joe.mp4", Api.clip("clip-3s.mp4"));
        for (int i = 0; i < 20; i++) {
            CompletableFuture<Api.Answer> answer =
                    submit(Api.CHARACTERS, Map.of("video", clip, "name", "Joe", "enable_sync_mode", true));
            api.sandbox().advance(Duration.ofHours(1));
            assertThat(answer.get(10, TimeUnit.SECONDS).data().path("status").asText())
                    .isEqualTo("completed");
        }
    }

    @Test
    void aSubmissionThatIsTooLargeForTheThreadsOfAllWaitsLikeAnother() throws Exception {
        String padding = "x".repeat(100_000);
        CompletableFuture<Api.Answer> answer =
                submit(Api.TEXT_TO_VIDEO, Map.of("prompt", "a", "enable_sync_mode", true, "unknown", padding));

        api.sandbox().advance(Duration.ofSeconds(90));

        assertThat(answer.get(10, TimeUnit.SECONDS).data().path("code").asInt()).isEqualTo(5004);
    }

    @Test
    void aRunningClockNeedsNoPush() throws Exception {
        try (Understudy running =
                Understudy.builder().with(Setting.SYNC_TIMEOUT, "0s").start()) {
            Api caller = new Api(running, "caller");
            assertThat(caller.post(Api.TEXT_TO_VIDEO, VIDEO).text()).contains("Sync mode timed out after 0 seconds.");
        }
        try (Understudy running = Understudy.builder().start()) {
            Api caller = new Api(running, "caller");
            assertThat(caller.post(Api.TEXT_TO_VIDEO, VIDEO)
                            .data()
                            .path("status")
                            .asText())
                    .isEqualTo("completed");
        }
        try (Understudy immediate =
                Understudy.builder().progression(Progression.immediate()).start()) {
            Api caller = new Api(immediate, "caller");
            caller.sandbox().freeze();
            assertThat(caller.post(Api.TEXT_TO_VIDEO, VIDEO)
                            .data()
                            .path("status")
                            .asText())
                    .isEqualTo("completed");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"true\"", "1", "[]", "{}"})
    void syncModeIsTrueOrFalse(String value) {
        assertThat(api.post(Api.TEXT_TO_VIDEO, "{\"prompt\":\"a\",\"enable_sync_mode\":" + value + "}")
                        .text())
                .isEqualTo("{\"code\":400,\"message\":\"parameter enable_sync_mode must be true or false\"}");
    }

    @Test
    void falseAndNullAreAsIfItWereNotThere() {
        for (String value : List.of("false", "null")) {
            assertThat(api.post(Api.TEXT_TO_VIDEO, "{\"prompt\":\"a\",\"enable_sync_mode\":" + value + "}")
                            .data()
                            .path("status")
                            .asText())
                    .isEqualTo("created");
        }
        assertThat(api.sandbox().journal())
                .allSatisfy(entry -> assertThat(entry.notes()).isEmpty());
    }

    @Test
    void aBadSubmissionIsRefusedAtOnce() {
        assertThat(api.post(Api.TEXT_TO_VIDEO, Map.of("enable_sync_mode", true)).text())
                .isEqualTo("{\"code\":400,\"message\":\"missing required parameter: prompt\"}");
    }

    // Returns when the job is there and its caller waits.
    private CompletableFuture<Api.Answer> submit(String path, Map<String, ?> body) {
        int before = Waiting.total(api);
        CompletableFuture<Api.Answer> answer = CompletableFuture.supplyAsync(() -> api.post(path, body), callers);
        Waiting.until(() -> Waiting.total(api) > before);
        return answer;
    }
}
