package dev.understudy.eachlabs;

import static dev.understudy.eachlabs.EachApi.PREDICTION;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.Api;
import dev.understudy.Api.Answer;
import dev.understudy.Understudy;
import dev.understudy.settings.Progression;
import dev.understudy.time.ClockMode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Jobs of each::labs from their submission to their end. */
class EachPredictionsTest {

    static final String CHARACTERS = "sora-2-characters";
    static final String TEXT_TO_VIDEO = "sora-2-text-to-video";

    // Not fetched: its name alone says how long it is.
    private static final String URL = "https://example.com/clip-3s.mp4";
    private static final String CLIP = Api.dataUri(Api.clip("clip-3s.mp4"));

    private Understudy understudy;
    private EachApi api;

    @BeforeEach
    void start() {
        understudy = Understudy.builder().seed(7).clock(ClockMode.frozen()).start();
        api = new EachApi(understudy, "smk_pupil");
    }

    @AfterEach
    void stop() {
        understudy.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/prediction", "/v1/prediction/"})
    void aJobIsTakenUnderBothPathsWhateverVersionItNames(String path) {
        for (Object version : List.of("0.0.1", "9.9", 4, Map.of())) {
            Answer answer = api.post(
                    path,
                    Map.of("model", TEXT_TO_VIDEO, "version", version, "input", Map.of("prompt", "a teapot walks")));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().path("status").asText()).isEqualTo("success");
            assertThat(answer.json().path("predictionID").asText())
                    .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        }
    }

    @Test
    void aJobIsCreatedThenProcessingThenASuccess() {
        String id = api.submit(TEXT_TO_VIDEO, Map.of("prompt", "a teapot walks"));

        JsonNode created = api.poll(id);
        assertThat(created.path("status").asText()).isEqualTo("created");
        assertThat(created.path("output").isNull()).isTrue();
        assertThat(created.path("metrics").toString()).isEqualTo("{\"predict_time\":0,\"cost\":0}");

        JsonNode ended = api.await(id);
        assertThat(ended.path("status").asText()).isEqualTo("success");
        assertThat(ended.path("logs").isNull()).isTrue();
        assertThat(ended.path("urls").path("get").asText()).isEqualTo(understudy.baseUrl() + PREDICTION + "/" + id);
        assertThat(ended.path("urls").path("cancel").asText())
                .isEqualTo(understudy.baseUrl() + PREDICTION + "/" + id + "/cancel");
    }

    @Test
    void pollsMoveAJobAsElsewhere() {
        try (Understudy polled =
                Understudy.builder().progression(Progression.polls(1, 1)).start()) {
            EachApi caller = new EachApi(polled, "smk_pupil");
            String id = caller.submit(TEXT_TO_VIDEO, Map.of("prompt", "a teapot walks"));

            assertThat(Stream.generate(() -> caller.poll(id).path("status").asText())
                            .limit(3))
                    .containsExactly("created", "processing", "success");
        }
    }

    @Test
    void whatIsWrongWithAnInputShowsInAPoll() {
        Map<String, Map<String, Object>> wrong = Map.of(
                "missing required parameter: video_url", Map.of("name", "Mossy"),
                "missing required parameter: name", Map.of("video_url", URL),
                "parameter video_url must be a string", Map.of("video_url", 7, "name", "Mossy"),
                "parameter video must be a string", Map.of("video", 7, "name", "Mossy"));
        wrong.forEach((message, input) -> {
            JsonNode job = api.run(CHARACTERS, input);

            assertThat(job.path("status").asText()).isEqualTo("error");
            assertThat(job.path("input").toString()).isEqualTo(EachApi.text(input));
            JsonNode why = job.path("output");
            assertThat(why.path("error_message").asText()).startsWith(message);
            assertThat(why.path("error_code").asText()).isEqualTo("INPUT_VALIDATION_ERROR");
            assertThat(why.path("classification").path("category").asText()).isEqualTo("VALIDATION");
            assertThat(why.path("execution_id").asText())
                    .isEqualTo(job.path("id").asText());
            assertThat(why.path("retryable").asBoolean(true)).isFalse();
        });
    }

    @Test
    void anInputIsToldUnderTheNamesThatItsCallerUsed() {
        JsonNode documented = api.run(CHARACTERS, Map.of("video_url", URL, "name", "Mossy"));
        JsonNode other = api.run(CHARACTERS, Map.of("video", URL, "name", "Mossy"));

        assertThat(documented.path("input").properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("video_url", "name");
        assertThat(other.path("input").properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("video", "name");
        assertThat(other.path("status").asText()).isEqualTo("success");
    }

    @Test
    void aLongClipIsTrimmedAndAShortOneFails() {
        String tooLong = Api.dataUri(Api.clip("clip-4.1s.mp4"));
        String tooShort = Api.dataUri(Api.clip("clip-1.9s.mp4"));

        assertThat(api.run(CHARACTERS, Map.of("video_url", tooLong, "name", "Mossy"))
                        .path("status")
                        .asText())
                .isEqualTo("success");
        assertThat(api.run(CHARACTERS, Map.of("video_url", tooShort, "name", "Mossy"))
                        .path("output")
                        .path("error_message")
                        .asText())
                .contains("must be 2 to 4 seconds long");
    }

    @Test
    void aCharacterIsMadeAndASecondModelUsesIt() {
        JsonNode made = api.run(CHARACTERS, Map.of("video_url", CLIP, "name", "Mossy"));

        assertThat(made.path("status").asText()).isEqualTo("success");
        assertThat(made.path("output").path("id").asText()).matches("char_[0-9a-f]{32}");
        assertThat(made.path("output").path("name").asText()).isEqualTo("Mossy");
        assertThat(made.path("metrics").path("cost").decimalValue()).isEqualByComparingTo("0.001");
        assertThat(made.path("metrics").path("predict_time").decimalValue()).isPositive();

        String character = made.path("output").path("id").asText();
        JsonNode video = api.run(TEXT_TO_VIDEO, Map.of("prompt", "Mossy walks", "character_ids", List.of(character)));

        assertThat(video.path("status").asText()).isEqualTo("success");
        assertThat(video.path("output").asText()).endsWith("/1.mp4");
        assertThat(video.path("metrics").path("cost").decimalValue()).isEqualByComparingTo("0.40");
        assertThat(video.path("input").path("character_ids").path(0).asText()).isEqualTo(character);
        assertThat(video.path("input").has("characters")).isFalse();
    }
}
