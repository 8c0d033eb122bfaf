package dev.understudy.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.Api;
import dev.understudy.Api.Answer;
import dev.understudy.Understudy;
import dev.understudy.journal.Entry;
import dev.understudy.settings.Pace;
import dev.understudy.settings.Progression;
import dev.understudy.settings.Setting;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes wrong, told as OpenAI's API tells it; and what moves jobs, through that API. */
class OpenAiFaultsTest {

    private Understudy understudy;
    private Client client;

    @BeforeEach
    void start() {
        understudy = Understudy.builder().seed(6).start();
        client = new Client(understudy, "faults");
        client.sandbox().freeze();
    }

    @AfterEach
    void stop() {
        understudy.close();
    }

    private static String error(Answer answer) {
        JsonNode error = answer.json().path("error");
        assertThat(error.properties()).as(answer.text()).hasSize(4);
        return answer.status() + " " + error.path("type").asText() + " "
                + error.path("code").asText();
    }

    private Answer create(String prompt, String... headers) {
        return client.api()
                .send(
                        "POST",
                        Client.VIDEOS,
                        BodyPublishers.ofString("{\"prompt\":\"" + prompt + "\"}"),
                        headers.length == 0
                                ? new String[] {"Content-Type", "application/json"}
                                : new String[] {"Content-Type", "application/json", headers[0], headers[1]});
    }

    private Answer character(String name) {
        return client.post(Client.CHARACTERS, Client.clip("clip-3s.mp4").text("name", name));
    }

    @ParameterizedTest
    @CsvSource({
        "unauthorized, 401 invalid_request_error invalid_api_key",
        "forbidden, 403 invalid_request_error null",
        "no-credit, 429 insufficient_quota insufficient_quota",
        "rate-limited; limit=per-minute, 429 requests rate_limit_exceeded",
        "rate-limited; limit=concurrency, 429 requests rate_limit_exceeded",
        "gone, 404 invalid_request_error model_not_found",
        "server-error, 500 server_error null",
        "server-error; status=503, 503 server_error server_is_overloaded"
    })
    void everyRefusalHasTheShapeOfThisApi(String fault, String expected) {
        assertThat(error(create("Rain", "Understudy-Fault", fault))).isEqualTo(expected);
    }

    @Test
    void aProxyGivesUpWithAPage() {
        Answer answer = create("Rain", "Understudy-Fault", "gateway-timeout");

        assertThat(answer.status()).isEqualTo(504);
        assertThat(answer.header("Content-Type")).isEqualTo("text/html");
    }

    @Test
    void whatIsSaidAboutRetryingIsWhatClientsObey() {
        Answer limited = create("Rain", "Understudy-Fault", "rate-limited; limit=per-minute; retry-after=PT1.5S");
        assertThat(limited.header("retry-after")).isEqualTo("2");
        assertThat(limited.header("retry-after-ms")).isEqualTo("1500");
        assertThat(create("Rain", "Understudy-Fault", "no-credit").header("x-should-retry"))
                .isEqualTo("false");
    }

    @ParameterizedTest
    @CsvSource({
        "moderated, moderation_blocked",
        "fails; kind=invalid-parameter, invalid_value",
        "fails; kind=media-unavailable, invalid_media",
        "fails; kind=timeout, processing_error",
        "fails; kind=internal, server_error",
        "late-failure, processing_error"
    })
    void aFailedVideoSaysWhyAndGetsItsMoneyBack(String fault, String code) {
        Answer created = create("Rain [[fault: " + fault + "]]");
        client.sandbox().advance(Duration.ofMinutes(5));
        JsonNode failed = client.retrieve(created.json().path("id").asText()).json();

        assertThat(failed.path("status").asText()).isEqualTo("failed");
        assertThat(failed.at("/error/code").asText()).isEqualTo(code);
        assertThat(failed.path("completed_at").isNull()).isTrue();
        assertThat(client.sandbox().ledger().net()).isZero();
    }

    @Test
    void aBlockedVideoHasTheSentenceThatWasSeen() {
        String id = client.video(Map.of("prompt", "Rain [[fault: moderated]]"));

        assertThat(client.retrieve(id).json().at("/error/message").asText())
                .isEqualTo("Your request was blocked by our moderation system.");
        assertThat(client.get(Client.VIDEOS + "/" + id + "/content").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "moderated, 400 invalid_request_error moderation_blocked",
        "fails; kind=media-unavailable, 400 invalid_request_error invalid_value",
        "fails; kind=invalid-parameter, 400 invalid_request_error invalid_value",
        "fails; kind=unavailable, 503 server_error server_is_overloaded",
        "fails; kind=task-failed, 500 server_error null",
        "fails; kind=timeout, 504 server_error null",
        "empty-outputs, 500 server_error null",
        "sync-timeout, 504 server_error null"
    })
    void aCharacterThatFailsIsRefusedAtOnce(String fault, String expected) {
        assertThat(error(character("Mossy [[fault: " + fault + "]]"))).isEqualTo(expected);
    }

    @Test
    void aRetiredServiceHasNeitherCharactersNorVideos() {
        client.sandbox().faults().profile("retired");

        assertThat(error(create("Rain"))).isEqualTo("404 invalid_request_error model_not_found");
        Answer character = character("Mossy");
        assertThat(error(character)).isEqualTo("404 invalid_request_error model_not_found");
        assertThat(character.json().at("/error/message").asText())
                .isEqualTo("The model 'sora-2' does not exist or you do not have access to it.");
    }

    @Test
    void atTheRealisticPaceACharacterTakesTimeOnTheClockOfTheSandbox() throws Exception {
        try (Understudy realistic = Understudy.builder().pace(Pace.REALISTIC).start()) {
            client = new Client(realistic, "waits");
            client.sandbox().freeze();
            CompletableFuture<Answer> made = CompletableFuture.supplyAsync(() -> character("Mossy"));
            await(() -> client.sandbox().ledger().models().size() == 1);
            client.sandbox().advance(Duration.ofSeconds(2));
            assertThat(made).isNotDone();
            client.sandbox().advance(Duration.ofSeconds(11));

            assertThat(made.get(10, TimeUnit.SECONDS).status()).isEqualTo(200);
        }
    }

    @Test
    void aCharacterThatTakesLongerThanAnybodyWaitsIsA504() {
        try (Understudy impatient = Understudy.builder()
                .pace(Pace.REALISTIC)
                .with(Setting.SYNC_TIMEOUT, "0s")
                .start()) {
            client = new Client(impatient, "impatient");

            assertThat(error(character("Mossy"))).isEqualTo("504 server_error null");
        }
    }

    @Test
    void pollsAndStepsMoveVideos() {
        try (Understudy polled =
                Understudy.builder().progression(Progression.polls(1, 1)).start()) {
            client = new Client(polled, "polls");
            String id = create("Rain").json().path("id").asText();

            assertThat(client.retrieve(id).json().path("status").asText()).isEqualTo("queued");
            JsonNode running = client.retrieve(id).json();
            assertThat(running.path("status").asText()).isEqualTo("in_progress");
            assertThat(running.path("progress").asInt()).isEqualTo(50);
            assertThat(client.retrieve(id).json().path("status").asText()).isEqualTo("completed");
            assertThat(character("Mossy").status()).isEqualTo(200);
        }
    }

    @Test
    void theJournalKnowsTheCallAndHidesTheKey() {
        create("Rain");
        client.retrieve("video_1");

        assertThat(client.sandbox().journal())
                .extracting(entry -> ((Entry.Call) entry).operation())
                .containsExactly("openai.submit", "openai.result");
        assertThat(client.sandbox().journal().get(1).notes()).contains("refused: Video with id 'video_1' not found.");
        assertThat(client.sandbox().journal().toString()).doesNotContain("Bearer faults");
    }

    @Test
    void whatIsIgnoredIsNotedAndAJobIsExplained() {
        String id = client.video(Map.of("prompt", "Rain", "duration", 8));

        assertThat(client.retrieve(id).json().path("seconds").asText()).isEqualTo("4");
        assertThat(client.sandbox().journal().get(0).notes())
                .contains("ignored, since this API does not know them: duration");
        assertThat(client.sandbox().explain(id.substring("video_".length()))).isPresent();
    }

    @Test
    void whatWasMadeIsThereAfterASnapshotIsRestored() {
        String character = client.character("Mossy");
        String id = client.video(Map.of("prompt", "Rain"));
        client.sandbox().snapshot("made");
        client.sandbox().reset();
        assertThat(client.retrieve(id).status()).isEqualTo(404);

        client.sandbox().restore("made");
        assertThat(client.retrieve(id).json().path("status").asText()).isEqualTo("completed");
        assertThat(client.get(Client.CHARACTERS + "/" + character).status()).isEqualTo(200);
    }

    @Test
    void aCharacterIsUsedAcrossWireFormats() {
        String here = client.character("Mossy");
        Map<String, String> joe = Map.of("video", "https://example.com/a.mp4", "name", "Joe");
        JsonNode made = client.api().run(Api.CHARACTERS, joe);
        String there = made.at("/outputs/0/id").asText();

        String id = client.video(
                Map.of("prompt", "Joe and Mossy", "characters", List.of(Map.of("id", here), Map.of("id", there))));
        assertThat(client.retrieve(id).json().path("status").asText()).isEqualTo("completed");
        assertThat(client.get(Client.CHARACTERS + "/" + there)
                        .json()
                        .path("name")
                        .asText())
                .isEqualTo("Joe");
        JsonNode elsewhere = client.api()
                .run(Api.TEXT_TO_VIDEO, Map.of("prompt", "Mossy", "characters", List.of(Map.of("id", here))));
        assertThat(elsewhere.path("status").asText()).isEqualTo("completed");
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            LockSupport.parkNanos(1_000_000);
        }
    }
}
