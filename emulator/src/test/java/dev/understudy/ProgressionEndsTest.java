package dev.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.settings.AccountLevel;
import dev.understudy.settings.Progression;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What hangs on the end of a job, whatever moves it there. */
class ProgressionEndsTest {

    private static final String TOO_LONG = "https://example.com/a-9s.mp4";
    private static final String WAVE = "{\"prompt\":\"a\"}";

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

            assertThat(api.status(id)).isEqualTo("failed");
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

    private static Understudy started(Progression progression) {
        return Understudy.builder().seed(1).progression(progression).start();
    }

    private static String submit(Api api) {
        return api.submit(Api.TEXT_TO_VIDEO, Map.of("prompt", "a"));
    }

    // Two polls or two steps; what is immediate has ended without.
    private static void end(Api api, String id) {
        api.poll(id);
        api.poll(id);
        if (notEnded(api)) {
            api.sandbox().step(id);
            api.sandbox().step(id);
        }
    }

    private static boolean notEnded(Api api) {
        return api.sandbox().progressions().ofServer() instanceof Progression.Manual;
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
}
