package dev.understudy.soraguide;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.Api;
import dev.understudy.Understudy;
import dev.understudy.settings.Setting;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GenerationTest {

    private Understudy understudy;
    private Api api;
    private Guide guide;

    @BeforeEach
    void start() {
        understudy = Understudy.builder()
                .seed(4)
                .with(Setting.CLOCK, "frozen")
                .with(Setting.NOW, "2026-03-15T14:59:27Z")
                .start();
        api = new Api(understudy, "author");
        guide = new Guide(api);
    }

    @AfterEach
    void stop() {
        understudy.close();
    }

    @Test
    void theGuidesOwnRequestIsTakenWithATaskInTheShapeOfItsRelatives() {
        Api.Answer taken = api.post(
                Guide.GENERATIONS,
                Map.of(
                        "model",
                        "sora-2",
                        "prompt",
                        "@" + guide.character() + " walking",
                        "duration",
                        10,
                        "resolution",
                        "1080p"));

        assertThat(taken.status()).isEqualTo(200);
        assertThat(taken.text())
                .matches(
                        "\\{\"id\":\"(task_[0-9a-f]{32})\",\"task_id\":\"\\1\",\"object\":\"video\",\"model\":\"sora-2\","
                                + "\"status\":\"queued\",\"progress\":0,\"created_at\":1773586767,\"seconds\":\"10\"}");
    }

    @Test
    void aPollShowsHowFarItIsAndThenWhereTheVideoIs() {
        String task = guide.task("a walk");

        assertThat(guide.poll(task).path("status").asText()).isEqualTo("queued");
        api.sandbox().advance(Duration.ofMillis(170));
        JsonNode working = guide.poll(task);
        assertThat(working.path("status").asText()).isEqualTo("in_progress");
        assertThat(working.path("progress").asInt()).isBetween(1, 99);
        assertThat(working.has("video_url")).isFalse();
        api.sandbox().advance(Duration.ofSeconds(1));
        JsonNode done = guide.poll(task);
        assertThat(done.path("status").asText()).isEqualTo("completed");
        assertThat(done.path("progress").asInt()).isEqualTo(100);
        assertThat(done.path("completed_at").asLong()).isBetween(1773586767L, 1773586768L);
        assertThat(done.path("url").asText())
                .isEqualTo(done.path("video_url").asText())
                .endsWith("1.mp4");
        String file = URI.create(done.path("url").asText()).getPath();
        Api.Answer video = api.anonymous("GET", file, BodyPublishers.noBody());
        assertThat(video.header("Content-Type")).isEqualTo("video/mp4");
        assertThat(api.get("/sora/v1/generations/" + task).json()).isEqualTo(done);
    }

    @Test
    void aFailedTaskSaysWhyAndIsASuccessOfThePoll() {
        JsonNode moderated = guide.video("a walk [[fault: moderated]]");
        assertThat(moderated.path("status").asText()).isEqualTo("failed");
        assertThat(moderated.path("error").path("code").asText()).isEqualTo("content_policy_violation");

        JsonNode failed = guide.video("a walk [[fault: fails; kind=task-failed]]");
        assertThat(failed.path("error").toString()).isEqualTo("{\"code\":\"task_failed\",\"message\":\"Task Failed\"}");
    }

    @Test
    void charactersOfThisAndOfOtherApisAreMentionedAndUsedThereToo() {
        Api.Answer hero = guide.fromUrl("https://e.com/a.mp4", "1,3");
        String id = hero.json().path("id").asText();
        String sidekick = api.run(Api.CHARACTERS, Map.of("video", "https://e.com/a.mp4", "name", "Mossy"))
                .at("/outputs/0/id")
                .asText();
        assertThat(sidekick).startsWith("char_");

        assertThat(guide.generate("@%s @%s talk. @%s laughs".formatted(id, sidekick, id))
                        .status())
                .isEqualTo(200);
        assertThat(guide.generate("@" + hero.json().path("username").asText() + " walks")
                        .status())
                .isEqualTo(200);
        String elsewhere =
                api.submit(Api.TEXT_TO_VIDEO, Map.of("prompt", "talk", "characters", new Object[] {Map.of("id", id)}));
        api.sandbox().advance(Duration.ofSeconds(1));
        assertThat(api.status(elsewhere)).isEqualTo("completed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"char_abc123", "ch_69b6c90f5fb481918d5e64c6cf0e925c", "d06b83080.wingedho"})
    void aCharacterThatNobodyMadeIsRefused(String name) {
        assertThat(Guide.refusal(guide.generate("@" + name + " walks")))
                .isEqualTo("400|parameter prompt mentions @" + name
                        + ", which is no character of this key|prompt|invalid_value");
        assertThat(api.sandbox().ledger().models()).isEmpty();
    }

    @Test
    void whatIsNoNameOfACharacterIsText() {
        guide.task("meet me @home, or write to joe@char_abc.com; a @ b");

        assertThat(api.sandbox().journal().get(0).notes())
                .contains("@home in the prompt is nothing but text: no character is called so");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\0',
            value = {
                "{\"prompt\":\"a\"};400|missing required parameter: model|model|missing_required_parameter",
                "{\"model\":\"sora-2\"};400|missing required parameter: prompt|prompt|missing_required_parameter",
                "{\"model\":\"sora-3\",\"prompt\":\"a\"};404|Model not found|model|model_not_found",
                "{\"model\":\"sora-2-character\",\"prompt\":\"a\"}"
                        + ";400|parameter model must be one that makes videos, such as \"sora-2\"|model|invalid_value",
                "{\"model\":\"sora-2\",\"prompt\":\"a\",\"duration\":0}"
                        + ";400|parameter duration must be at least 1, got 0|duration|invalid_value",
                "{\"model\":\"sora-2\",\"prompt\":\"a\",\"resolution\":\"4k\"}"
                        + ";400|parameter resolution must be one of 480p, 720p, 1080p, got 4k|resolution|invalid_value",
            })
    void whatIsWrongIsNamed(String body, String refusal) {
        assertThat(Guide.refusal(api.post(Guide.GENERATIONS, body))).isEqualTo(refusal);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\0',
            value = {
                "\"seconds\":\"15\";720*1280, 15 s",
                "\"duration\":4,\"seconds\":8,\"size\":\"1280x720\";1280*720, 4 s",
                "\"resolution\":\"1080p\",\"aspect_ratio\":\"16:9\";1920*1080, 10 s",
            })
    void relativesFieldsCountToo(String fields, String painted) {
        String task = api.post(Guide.GENERATIONS, "{\"model\":\"sora-2-pro\",\"prompt\":\"a\"," + fields + "}")
                .json()
                .path("id")
                .asText();
        api.sandbox().advance(Duration.ofSeconds(1));
        String seconds = painted.replaceAll(".*, (\\d+) s", "$1");

        JsonNode done = guide.poll(task);
        assertThat(done.path("seconds").asText()).isEqualTo(seconds);
        assertThat(done.path("status").asText()).isEqualTo("completed");
        assertThat(sizeOf(done)).isEqualTo(painted.replaceAll(",.*", ""));
    }

    @Test
    void aTaskOfAnotherApiCanBePolledHereAndOneOfThisThere() {
        String there = api.submit(Api.TEXT_TO_VIDEO, Map.of("prompt", "a walk"));
        String here = guide.task("a walk");
        api.sandbox().advance(Duration.ofSeconds(1));

        assertThat(guide.poll("task_" + there).path("model").asText()).isEqualTo("openai/sora-2/text-to-video");
        assertThat(api.status(here.substring("task_".length()))).isEqualTo("completed");
        assertThat(guide.poll("task_" + "0".repeat(32)).at("/error/message").asText())
                .isEqualTo("Task not found");
        String cancelled = guide.task("a walk");
        api.post("/v1/prediction/" + uuid(cancelled) + "/cancel", Map.of());
        assertThat(guide.poll(cancelled).path("error").toString())
                .isEqualTo("{\"code\":\"cancelled\",\"message\":\"The task was cancelled.\"}");
        api.send("DELETE", "/api/v3/predictions/" + there, BodyPublishers.noBody());
        assertThat(guide.poll("task_" + there).at("/error/message").asText()).isEqualTo("Task not found");
    }

    private static String uuid(String task) {
        return task.replaceFirst("task_(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
    }

    // The width and height in the track header of the file.
    private String sizeOf(JsonNode done) {
        byte[] file = api.anonymous("GET", URI.create(done.path("url").asText()).getPath(), BodyPublishers.noBody())
                .bytes();
        ByteBuffer bytes = ByteBuffer.wrap(file);
        int header = new String(file, StandardCharsets.ISO_8859_1).indexOf("tkhd");
        return bytes.getShort(header + 80) + "*" + bytes.getShort(header + 84);
    }
}
