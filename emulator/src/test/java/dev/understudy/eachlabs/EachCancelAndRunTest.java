package dev.understudy.eachlabs;

import static dev.understudy.eachlabs.EachApi.PREDICTION;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.Api.Answer;
import dev.understudy.Understudy;
import dev.understudy.settings.Setting;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calling jobs off, and waiting for them. */
@Timeout(30)
class EachCancelAndRunTest {

    private static final String MODEL = "sora-2-text-to-video";
    private static final String NOWHERE = PREDICTION + "/00000000-0000-4000-8000-000000000000/cancel";
    private static final Map<String, Object> CHARACTER = Map.of(
            "model",
            "sora-2-characters",
            "input",
            Map.of("video_url", "https://example.com/clip-3s.mp4", "name", "Mossy"));

    private static Understudy.Builder frozen() {
        return Understudy.builder().seed(3).with(Setting.CLOCK, "frozen");
    }

    @Test
    void aJobThatIsCalledOffCostsNothingAndHasMadeNothing() {
        try (Understudy understudy = frozen().start()) {
            EachApi api = new EachApi(understudy, "k");
            String id = api.submit(MODEL, Map.of("prompt", "a teapot"));

            Answer answer = api.post(PREDICTION + "/" + id + "/cancel", "");

            assertThat(answer.text())
                    .isEqualTo(
                            "{\"status\":\"success\",\"message\":\"Prediction canceled successfully\",\"predictionID\":\""
                                    + id + "\"}");
            api.sandbox().advance(Duration.ofMinutes(5));
            JsonNode job = api.poll(id);
            assertThat(job.path("status").asText()).isEqualTo("cancelled");
            assertThat(job.path("output").isNull()).isTrue();
            assertThat(job.path("metrics").path("cost").decimalValue()).isZero();
            assertThat(api.sandbox().ledger().net()).isZero();
        }
    }

    @Test
    void whatCannotBeCalledOffIsAFailureOfTheServerInProduction() {
        try (Understudy understudy = frozen().start()) {
            EachApi api = new EachApi(understudy, "k");
            String ended =
                    api.run(MODEL, Map.of("prompt", "a teapot")).path("id").asText();

            for (String path : new String[] {NOWHERE, PREDICTION + "/" + ended + "/cancel"}) {
                assertThat(api.post(path, "").status()).isEqualTo(500);
                assertThat(api.post(path, "").text()).isEqualTo("{\"status\":500,\"error\":\"internal server error\"}");
            }
            assertThat(api.poll(ended).path("status").asText()).isEqualTo("success");
        }
    }

    @Test
    void asDocumentedItIsCancelledNotFoundOrAConflict() {
        try (Understudy understudy =
                frozen().with(Setting.EACHLABS_ANSWERS, "documented").start()) {
            EachApi api = new EachApi(understudy, "k");
            String id = api.submit(MODEL, Map.of("prompt", "a teapot"));
            String path = PREDICTION + "/" + id + "/cancel";

            assertThat(api.post(path, "").json().path("status").asText()).isEqualTo("cancelled");
            assertThat(api.post(path, "").status()).isEqualTo(409);
            assertThat(api.post(NOWHERE, "").status()).isEqualTo(404);
            assertThat(api.run(MODEL, Map.of()).path("status").asText()).isEqualTo("failed");
        }
    }

    @Test
    void aRunAnswersWhenTheCharacterIsThere() {
        try (Understudy understudy = frozen().start()) {
            EachApi api = new EachApi(understudy, "k");

            JsonNode run = api.post(PREDICTION + "/run", CHARACTER).json();

            assertThat(run.path("status").asText()).isEqualTo("success");
            assertThat(run.path("message").asText()).isEqualTo("Prediction completed successfully");
            assertThat(run.path("output").path("name").asText()).isEqualTo("Mossy");
            assertThat(run.path("error").asText("?")).isEmpty();
            assertThat(api.poll(run.path("predictionID").asText()).path("output"))
                    .isEqualTo(run.path("output"));
        }
    }

    @Test
    void aRunTellsAFailureInsteadOfRefusing() {
        try (Understudy understudy = frozen().start()) {
            Answer run = new EachApi(understudy, "k")
                    .post(PREDICTION + "/run", Map.of("model", "sora-2-characters", "input", Map.of("name", "Mossy")));

            assertThat(run.status()).isEqualTo(200);
            assertThat(run.json().path("status").asText()).isEqualTo("failed");
            assertThat(run.json().path("error").asText()).isEqualTo("missing required parameter: video_url");
            assertThat(run.json().path("output").isNull()).isTrue();
        }
    }

    @Test
    void aRunThatIsCalledOffMeanwhileSaysSo() throws Exception {
        try (Understudy understudy = frozen().with(Setting.PACE, "realistic").start()) {
            EachApi api = new EachApi(understudy, "k");
            CompletableFuture<Answer> coming =
                    api.coming("POST", PREDICTION + "/run", EachApi.text(CHARACTER), "Authorization", "Bearer k");
            String id = firstJob(api);

            api.post(PREDICTION + "/" + id + "/cancel", "");

            assertThat(coming.join().json().path("status").asText()).isEqualTo("cancelled");
        }
    }

    @Test
    void aRunThatTakesTooLongEndsAtAGateway() throws Exception {
        try (Understudy understudy = frozen().with(Setting.PACE, "realistic")
                .with(Setting.SYNC_TIMEOUT, "1s")
                .start()) {
            EachApi api = new EachApi(understudy, "k");
            CompletableFuture<Answer> coming =
                    api.coming("POST", PREDICTION + "/run", EachApi.text(CHARACTER), "Authorization", "Bearer k");
            firstJob(api);

            api.sandbox().advance(Duration.ofSeconds(2));

            assertThat(coming.join().status()).isEqualTo(504);
        }
    }

    @Test
    void aModelThatMakesVideosDoesNotRunSo() {
        try (Understudy understudy = frozen().start()) {
            EachApi api = new EachApi(understudy, "k");

            Answer answer =
                    api.post(PREDICTION + "/run", Map.of("model", MODEL, "input", Map.of("prompt", "a teapot")));

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.header("Understudy-Why")).isEqualTo("model does not support synchronous execution");
            assertThat(api.get("/v1/executions").json().path("total_count").asInt())
                    .isZero();
        }
    }

    // The caller waits on another thread, so its job turns up when it does.
    private static String firstJob(EachApi api) {
        while (true) {
            JsonNode jobs = api.get("/v1/executions").json().path("executions");
            if (!jobs.isEmpty()) {
                return jobs.path(0).path("id").asText();
            }
            Thread.onSpinWait();
        }
    }
}
