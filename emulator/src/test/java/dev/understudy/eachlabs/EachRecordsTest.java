package dev.understudy.eachlabs;

import static dev.understudy.eachlabs.EachApi.PREDICTION;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.Api;
import dev.understudy.Receiver;
import dev.understudy.Understudy;
import dev.understudy.openapi.ApiDocument;
import dev.understudy.settings.Setting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was run, and what was told of it. */
@Timeout(30)
class EachRecordsTest {

    private static final String CHARACTERS = "sora-2-characters";
    private static final String VIDEO = "sora-2-text-to-video";
    private static final Map<String, String> MOSSY =
            Map.of("video_url", "https://example.com/clip-3s.mp4", "name", "Mossy");

    private Understudy understudy;
    private EachApi api;

    @BeforeEach
    void start() {
        understudy = Understudy.builder()
                .seed(7)
                .with(Setting.CLOCK, "frozen")
                .now(Instant.parse("2026-06-01T00:00:00Z"))
                .start();
        api = new EachApi(understudy, "smk_clerk");
    }

    @AfterEach
    void stop() {
        understudy.close();
    }

    private String told(String model, Map<String, ?> input, String url, String secret) {
        return api.post(
                        PREDICTION,
                        Map.of("model", model, "input", input, "webhook_url", url, "webhook_secret", secret))
                .json()
                .path("predictionID")
                .asText();
    }

    private List<String> ids(String query) {
        return api.get("/v1/executions?" + query)
                .json()
                .path("executions")
                .valueStream()
                .map(row -> row.path("id").asText())
                .toList();
    }

    @Test
    void theJobsOfTheKeyAreListedNewestFirst() {
        String made = api.run(CHARACTERS, MOSSY).path("id").asText();
        String failed = api.run(VIDEO, Map.of()).path("id").asText();
        new Api(understudy, "smk_clerk").submit(Api.TEXT_TO_VIDEO, Map.of("prompt", "another provider's"));
        String waiting = api.submit(VIDEO, Map.of("prompt", "a teapot"));

        JsonNode all = api.get("/v1/executions").json();

        assertThat(ids("")).containsExactly(waiting, failed, made);
        assertThat(all.path("total_count").asInt()).isEqualTo(3);
        JsonNode newest = all.path("executions").path(0);
        assertThat(newest.path("status").asText()).isEqualTo("created");
        assertThat(newest.path("started_at").isNull()).isTrue();
        assertThat(newest.path("output").isNull()).isTrue();
        JsonNode oldest = all.path("executions").path(2);
        assertThat(oldest.path("model").asText()).isEqualTo(CHARACTERS);
        assertThat(oldest.path("execution_cost").decimalValue()).isEqualByComparingTo("0.001");
        assertThat(oldest.path("output").asText()).matches("\\{\"id\":\"char_[0-9a-f]{32}\",\"name\":\"Mossy\"}");
        assertThat(oldest.path("completed_at").asText()).startsWith("2026-06-01T00:00:0");
        assertThat(all.path("executions").path(1).path("output").asText()).contains("INPUT_VALIDATION_ERROR");
    }

    @Test
    void aListCanBeNarrowedDownAndReadInPages() {
        String made = api.run(CHARACTERS, MOSSY).path("id").asText();
        String failed = api.run(VIDEO, Map.of()).path("id").asText();
        api.sandbox().advance(Duration.ofHours(1));
        String waiting = api.submit(VIDEO, Map.of("prompt", "a teapot"));

        assertThat(ids("model=" + CHARACTERS)).containsExactly(made);
        assertThat(ids("status=error,created")).containsExactly(waiting, failed);
        assertThat(ids("error_classification=invalid_user_input")).containsExactly(failed);
        assertThat(ids("error_classification=provider_error")).isEmpty();
        assertThat(ids("from=2026-06-01T01:00:00Z")).containsExactly(waiting);
        assertThat(ids("to=2026-06-01T00:59:59Z")).containsExactly(failed, made);
        assertThat(ids("workflow_id=x")).isEmpty();
        assertThat(ids("limit=1&offset=1")).containsExactly(failed);
    }

    @ParameterizedTest
    @CsvSource({
        "limit=101, limit",
        "offset=-1, offset",
        "status=done, status",
        "from=today, from",
        "to=1, to",
        "error_classification=bad, error_classification"
    })
    void aListThatCannotBeIsRefused(String query, String parameter) {
        Api.Answer answer = api.get("/v1/executions?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("error").asText()).isEqualTo("invalid " + parameter + " parameter");
    }

    @Test
    void theEndIsToldWithTheSecretAsItWasSent() throws Exception {
        try (Receiver receiver = new Receiver()) {
            String made = told(CHARACTERS, MOSSY, receiver.url("/hook"), "my secret ==");
            api.await(made);
            Receiver.Got success = receiver.next();
            String failed = told(VIDEO, Map.of(), receiver.url("/hook"), "");
            api.await(failed);
            Receiver.Got failure = receiver.next();

            assertThat(success.header("X-Webhook-Secret")).isEqualTo("my secret ==");
            assertThat(success.body())
                    .startsWith("{\"exec_id\":\"" + made
                            + "\",\"flow_id\":null,\"status\":\"succeeded\",\"output\":{\"id\":\"char_");
            assertThat(failure.header("X-Webhook-Secret")).isNull();
            assertThat(failure.body())
                    .isEqualTo("{\"exec_id\":\"" + failed + "\",\"flow_id\":null,\"status\":\"failed\",\"output\":"
                            + "[{\"id\":\"\",\"status\":\"\",\"output\":\"\",\"error\":"
                            + "\"Error: missing required parameter: prompt\"}],\"error\":\"\"}");
            ApiDocument.EACHLABS.checkDelivery(success.body());
            ApiDocument.EACHLABS.checkDelivery(failure.body());
        }
    }

    @Test
    void aJobThatIsCalledOffIsToldToNobody() throws Exception {
        try (Receiver receiver = new Receiver()) {
            String id = told(VIDEO, Map.of("prompt", "a teapot"), receiver.url("/hook"), "s");
            api.post(PREDICTION + "/" + id + "/cancel", "");

            api.sandbox().advance(Duration.ofHours(1));

            assertThat(receiver.rest()).isEmpty();
            assertThat(api.get("/v1/webhooks/" + id).text()).isEqualTo("{\"error\":\"webhook not found\"}");
        }
    }

    @Test
    void theLogHasEachAttempt() throws Exception {
        try (Receiver receiver = new Receiver(500)) {
            String id = told(VIDEO, Map.of("prompt", "a teapot"), receiver.url("/hook?a=b"), "s");
            api.sandbox().advance(Duration.ofMinutes(1));

            JsonNode row =
                    api.get("/v1/webhooks?limit=1").json().path("webhooks").path(0);
            JsonNode one = api.get("/v1/webhooks/" + id).json();

            assertThat(row.path("execution_id").asText()).isEqualTo(id);
            assertThat(row.path("url").asText()).isEqualTo(receiver.url("/hook?a=b"));
            assertThat(row.path("request").asText()).isEqualTo(receiver.next().body());
            assertThat(row.path("headers").path("x-webhook-secret").asText()).isEqualTo("s");
            assertThat(one.path("attempts")).hasSize(2);
            assertThat(one.path("attempts").path(0).path("status").asText()).isEqualTo("FAILED");
            assertThat(one.path("attempts").path(0).path("status_code").asInt()).isEqualTo(500);
            assertThat(one.path("attempts").path(1).path("status").asText()).isEqualTo("SUCCESS");
            Instant first = Instant.parse(
                    one.path("attempts").path(0).path("created_at").asText());
            assertThat(one.path("attempts").path(1).path("created_at").asText())
                    .isEqualTo(first.plusSeconds(10).toString());
            assertThat(api.get("/v1/webhooks?offset=1").json().path("webhooks")).isEmpty();
            assertThat(api.get("/v1/webhooks/x").text()).isEqualTo("{\"error\":\"invalid execution_id\"}");
        }
    }

    @Test
    void whatARunMadeIsToldToo() throws Exception {
        try (Receiver receiver = new Receiver()) {
            CompletableFuture<Api.Answer> run = api.coming(
                    "POST",
                    PREDICTION + "/run",
                    EachApi.text(Map.of("model", CHARACTERS, "input", MOSSY, "webhook_url", receiver.url("/hook"))),
                    "Authorization",
                    "Bearer smk_clerk");

            assertThat(receiver.next().body())
                    .contains(run.join().json().path("predictionID").asText());
        }
    }
}
