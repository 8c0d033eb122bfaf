package dev.understudy.eachlabs;

import static dev.understudy.eachlabs.EachApi.PREDICTION;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.Api;
import dev.understudy.Understudy;
import dev.understudy.journal.Entry;
import dev.understudy.prediction.Failure;
import dev.understudy.settings.Setting;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What every sandbox has, seen through the API of each::labs. */
class EachSandboxTest {

    private static final String VIDEO = "sora-2-text-to-video";
    private static final Map<String, String> TEAPOT = Map.of("prompt", "a teapot");

    private Understudy understudy;
    private EachApi api;

    @BeforeEach
    void start() {
        understudy = started();
        api = new EachApi(understudy, "smk_secret_key_1");
    }

    private static Understudy started() {
        return Understudy.builder()
                .seed(7)
                .with(Setting.CLOCK, "frozen")
                .now(Instant.parse("2026-06-01T00:00:00Z"))
                .start();
    }

    @AfterEach
    void stop() {
        understudy.close();
    }

    private JsonNode runWith(String fault) {
        JsonNode taken = api.post(PREDICTION, Map.of("model", VIDEO, "input", TEAPOT), "Understudy-Fault", fault)
                .json();
        return api.await(taken.path("predictionID").asText());
    }

    @ParameterizedTest
    @EnumSource(
            value = Failure.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"MODERATED", "UNSUITABLE_MEDIA", "UNAVAILABLE"})
    void everyFailureHasItsPlaceAmongTheProvidersErrors(Failure failure) {
        String kind = failure.name().toLowerCase(Locale.ROOT).replace('_', '-');
        JsonNode job = runWith("fails; kind=" + kind + "; error=as it is");

        assertThat(job.path("status").asText()).isEqualTo("error");
        assertThat(job.path("output").path("error_message").asText()).isEqualTo("as it is");
        assertThat(job.path("output").path("model_slug").asText()).isEqualTo(VIDEO);
        assertThat(job.path("metrics").path("cost").decimalValue()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "moderated, PROVIDER_REJECTED, PROVIDER, false",
        "fails; kind=task-failed, PROVIDER_FAILED, PROVIDER, false",
        "fails; kind=execution-failed, PROVIDER_BAD_REQUEST, PROVIDER, false",
        "fails; kind=media-unavailable, INPUT_DOWNLOAD_ERROR, VALIDATION, false",
        "fails; kind=internal, PROVIDER_SERVER_ERROR, INTERNAL, true",
        "fails; kind=timeout, EXECUTION_TIMEOUT, TIMEOUT, true"
    })
    void aFailureIsSorted(String fault, String code, String category, boolean retryable) {
        JsonNode why = runWith(fault).path("output");

        assertThat(why.path("error_code").asText()).isEqualTo(code);
        assertThat(why.path("classification").path("category").asText()).isEqualTo(category);
        assertThat(why.path("retryable").asBoolean()).isEqualTo(retryable);
        assertThat(why.has("provider_error_code")).isEqualTo(code.equals("PROVIDER_FAILED"));
    }

    @Test
    void aJobThatCouldNotBeDispatchedSaysNoMoreThanItsError() {
        assertThat(runWith("fails; kind=unavailable; error=no room")
                        .path("output")
                        .toString())
                .isEqualTo("{\"error\":\"no room\"}");
    }

    @Test
    void aCueInThePromptStrikes() {
        JsonNode job = api.run(VIDEO, Map.of("prompt", "a teapot [[fault: moderated]]"));

        assertThat(job.path("output").path("error_code").asText()).isEqualTo("PROVIDER_REJECTED");
        assertThat(job.path("input").path("prompt").asText()).isEqualTo("a teapot [[fault: moderated]]");
    }

    @Test
    void aJobWithoutOutputsAndAStaleOneAreToldAsWell() {
        assertThat(runWith("empty-outputs").path("output").isNull()).isTrue();
        String id = api.post(
                        PREDICTION, Map.of("model", VIDEO, "input", TEAPOT), "Understudy-Fault", "stale-read; polls=2")
                .json()
                .path("predictionID")
                .asText();
        api.sandbox().advance(Duration.ofMinutes(1));

        assertThat(Stream.generate(() -> api.poll(id).path("status").asText()).limit(3))
                .containsExactly("processing", "processing", "success");
    }

    @ParameterizedTest
    @CsvSource({
        "rate-limited, 429",
        "unauthorized, 401",
        "forbidden, 403",
        "no-credit, 402",
        "gone, 404",
        "server-error; status=503, 503",
        "gateway-timeout, 504"
    })
    void aCallIsRefusedAsTheProviderWould(String fault, int status) {
        Api.Answer answer = api.post(PREDICTION, Map.of("model", VIDEO, "input", TEAPOT), "Understudy-Fault", fault);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(api.get(PREDICTION + "/x", "Understudy-Fault", "server-error")
                        .status())
                .isEqualTo(500);
    }

    @Test
    void aJobIsExplainedByItsIdOnTheWire() {
        String id = api.submit(VIDEO, TEAPOT);
        Api control = new Api(understudy, "smk_secret_key_1");
        String plain = id.replace("-", "");

        for (String written : List.of(id, plain, "video_" + plain, "sora-2:task_" + id)) {
            JsonNode explained = control.get("/__understudy/predictions/" + written + "/explain")
                    .json();
            assertThat(explained.path("prediction").asText()).as(written).isEqualTo(plain);
            assertThat(explained.path("model").asText()).isEqualTo("eachlabs:" + VIDEO);
            assertThat(control.get("/__understudy/journal?prediction=" + written)
                            .json()
                            .path("entries"))
                    .hasSize(1);
            assertThat(api.sandbox().explain(written)).isPresent();
        }
        assertThat(control.get("/__understudy/predictions/video_" + plain.substring(1) + "/explain")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theJournalHasTheCallsAndNotTheKeys() {
        String id = api.submit(VIDEO, TEAPOT);
        api.poll(id);
        api.anonymous("GET", PREDICTION + "/" + id, "", "X-API-Key", "smk_secret_key_1");

        List<Entry> journal = api.sandbox().journal();

        assertThat(journal)
                .extracting(entry -> ((Entry.Call) entry).operation())
                .containsExactly("eachlabs.submit", "eachlabs.result", "eachlabs.result");
        assertThat(journal)
                .extracting(Entry::prediction)
                .allSatisfy(job -> assertThat(job).contains(id.replace("-", "")));
        assertThat(journal.toString()).doesNotContain("smk_secret_key_1");
        assertThat(((Entry.Call) journal.get(1)).told().shown().orElseThrow().status())
                .isEqualTo("created");
    }

    @Test
    void jobsMayBeReadThroughAnotherProviderWithTheSameKey() {
        Api other = new Api(understudy, "smk_secret_key_1");
        String theirs = other.submit(Api.CHARACTERS, Map.of("video", "https://example.com/a-3s.mp4", "name", "Mossy"));
        JsonNode made = api.await(theirs);

        assertThat(made.path("status").asText()).isEqualTo("success");
        String character = made.path("output").path("id").asText();
        JsonNode video = api.run(VIDEO, Map.of("prompt", "Mossy", "character_ids", List.of(character)));
        assertThat(video.path("status").asText()).isEqualTo("success");
        String mine = video.path("id").asText().replace("-", "");
        assertThat(other.poll(mine).path("status").asText()).isEqualTo("completed");
        other.send("DELETE", "/api/v3/predictions/" + mine, BodyPublishers.noBody());
        assertThat(api.get(PREDICTION + "/" + mine).status()).isEqualTo(404);
    }

    @Test
    void aSnapshotBringsBackJobsFilesAndLimits() {
        String id = api.submit(VIDEO, TEAPOT);
        String file = api.post("/v1/upload/presign", Map.of("content_type", "video/mp4"))
                .json()
                .path("id")
                .asText();
        api.sandbox().snapshot("before");
        api.sandbox().reset();
        assertThat(api.get(PREDICTION + "/" + id).status()).isEqualTo(404);

        api.sandbox().restore("before");

        assertThat(api.poll(id).path("status").asText()).isEqualTo("created");
        assertThat(api.send("DELETE", "/v1/files/" + file, "").status()).isEqualTo(204);
    }

    @Test
    void theSameCallsGiveTheSameBytes() {
        try (Understudy again = started()) {
            assertThat(story(new EachApi(again, "k"))).isEqualTo(story(new EachApi(understudy, "k")));
        }
    }

    private static String story(EachApi api) {
        String made = api.run("sora-2-characters", Map.of("video_url", "https://example.com/a-3s.mp4", "name", "Mossy"))
                .toString();
        String failed = api.run(VIDEO, Map.of()).toString();
        return (made + failed + api.get("/v1/executions").text()).replaceAll("127.0.0.1:\\d+", "host");
    }
}
