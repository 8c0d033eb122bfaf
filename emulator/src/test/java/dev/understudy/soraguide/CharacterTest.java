package dev.understudy.soraguide;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.Api;
import dev.understudy.Understudy;
import dev.understudy.settings.Setting;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CharacterTest {

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
    void aCharacterHasWhatTheGuidePromisesAndWhatTheProxiesAnswer() {
        Api.Answer answer = guide.fromUrl("https://example.com/my-video.mp4", "5,8");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text())
                .matches("\\{\"character_id\":\"(ch_69b6c94f[0-9a-f]{4}8191[0-9a-f]{16})\",\"id\":\"\\1\","
                        + "\"object\":\"character\",\"model\":\"sora-2-character\",\"created_at\":1773586767,"
                        + "\"username\":\"([0-9a-f]{9}\\.[a-z]+)\",\"display_name\":\"[A-Z][a-z]+ [A-Z][a-z]+\","
                        + "\"permalink\":\"(http://127.0.0.1:\\d+/sora/v1/profile/\\2)\","
                        + "\"profile_picture_url\":\"\\3/picture\",\"metadata\":\\{\"source\":\"url\","
                        + "\"url\":\"https://example.com/my-video.mp4\",\"timestamps\":\"5,8\"}}");
    }

    @Test
    void theProxiesPathMakesTheSameCharacters() {
        Map<String, String> clip =
                Map.of("model", "sora-2-character", "url", "https://example.com/a.mp4", "timestamps", "1,3");
        JsonNode made = api.post("/sora/v1/characters", clip).json();
        String id = made.path("id").asText();

        ((ObjectNode) made).remove("metadata");
        assertThat(api.get("/v1/sora/characters/" + id).json())
                .isEqualTo(api.get("/sora/v1/characters/" + id).json())
                .isEqualTo(made);
    }

    @Test
    void aVideoOfOnesOwnMakesACharacterWithoutTimestamps() {
        String task = guide.video("a walk").path("task_id").asText();

        Api.Answer made = guide.fromTask(task);

        assertThat(made.status()).as(made.text()).isEqualTo(200);
        assertThat(made.json().path("metadata").toString())
                .isEqualTo("{\"source\":\"from_task\",\"from_task\":\"%s\"}".formatted(task));
        assertThat(Guide.refusal(guide.create("from_task", task, "3,10.5")))
                .isEqualTo("400|Invalid timestamps: timestamps end at 10.5 s, but the video has 10 s|timestamps"
                        + "|invalid_timestamps");
        assertThat(guide.create("from_task", task, "3,10").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "task_%s", "video_%s", "sora-2:task_%s"})
    void aTaskOfAnotherApiDoesAsWellUnderAnyOfItsIds(String form) {
        String job = api.run(Api.TEXT_TO_VIDEO, Map.of("prompt", "a walk"))
                .path("id")
                .asText();

        assertThat(guide.fromTask(form.formatted(job)).status()).isEqualTo(200);
        String uuid = job.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
        assertThat(guide.fromTask(uuid).status()).isEqualTo(200);
    }

    @Test
    void aTaskThatIsUnknownOrSomebodyElsesOrGoneIsNotFound() {
        String notFound = "404|Task not found|null|task_not_found";
        String task = guide.video("a walk").path("id").asText();
        String character = api.run(Api.CHARACTERS, Map.of("video", "https://example.com/a.mp4", "name", "Joe"))
                .path("id")
                .asText();

        assertThat(Guide.refusal(guide.fromTask("task_abc123xyz789"))).isEqualTo(notFound);
        assertThat(Guide.refusal(guide.fromTask("task_" + "0".repeat(32)))).isEqualTo(notFound);
        assertThat(Guide.refusal(guide.fromTask(character))).isEqualTo(notFound);
        assertThat(Guide.refusal(new Guide(new Api(understudy, "somebody else")).fromTask(task)))
                .isEqualTo(notFound);
        String deleted = guide.video("a walk").path("id").asText();
        api.send("DELETE", "/api/v3/predictions/" + deleted.substring(5), BodyPublishers.noBody());
        assertThat(Guide.refusal(guide.fromTask(deleted))).isEqualTo(notFound);
        api.sandbox().advance(Duration.ofDays(8));
        assertThat(Guide.refusal(guide.fromTask(task))).isEqualTo(notFound);
    }

    @Test
    void aTaskThatHasNoVideoYetOrNeverWillIsRefused() {
        String running = guide.task("a walk");
        assertThat(Guide.refusal(guide.fromTask(running)))
                .isEqualTo("400|parameter from_task must be a completed task; this one is queued|from_task"
                        + "|invalid_value");

        String failing = guide.task("a walk [[fault: fails; kind=task-failed]]");
        api.sandbox().advance(Duration.ofSeconds(1));
        assertThat(Guide.refusal(guide.fromTask(failing))).contains("this one is failed");
        assertThat(guide.fromTask(running).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\0',
            value = {
                "{\"url\":\"https://e.com/a.mp4\",\"timestamps\":\"1,3\"}"
                        + ";400|missing required parameter: model|model|missing_required_parameter",
                "{\"model\":\"sora-2-characters\",\"url\":\"https://e.com/a.mp4\",\"timestamps\":\"1,3\"}"
                        + ";400|parameter model must be \"sora-2-character\"|model|invalid_value",
                "{\"model\":\"sora-2-character\",\"timestamps\":\"1,3\"}"
                        + ";400|exactly one of the parameters url and from_task must be sent|url|invalid_value",
                "{\"model\":\"sora-2-character\",\"url\":\"https://e.com/a.mp4\",\"from_task\":\"task_1\"}"
                        + ";400|exactly one of the parameters url and from_task must be sent|url|invalid_value",
                "{\"model\":\"sora-2-character\",\"url\":\"clip.mp4\",\"timestamps\":\"1,3\"}"
                        + ";400|parameter url must be an http or https URL|url|invalid_value",
                "{\"model\":\"sora-2-character\",\"from_task\":7}"
                        + ";400|parameter from_task must be a string that is not empty|from_task|invalid_value",
                "{\"model\":;400|the body is not valid JSON (line 1, column 10)|null|invalid_value",
                "[];400|the body must be a JSON object|null|invalid_value",
            })
    void whatIsMissingOrTooMuchIsNamed(String body, String refusal) {
        assertThat(Guide.refusal(api.post(Guide.CHARACTERS, body))).isEqualTo(refusal);
    }

    @Test
    void aFieldThatMeansNothingIsDroppedAndTheJournalSaysSo() {
        Api.Answer made = api.post(
                Guide.CHARACTERS,
                Map.of(
                        "model",
                        "sora-2-character",
                        "url",
                        "https://e.com/a.mp4",
                        "timestamps",
                        "1,3",
                        "quality",
                        "best"));

        assertThat(made.status()).isEqualTo(200);
        assertThat(api.sandbox().journal().get(0).notes())
                .contains("dropped, since the model does not know them: quality");
    }

    @Test
    void withoutAKeyNothingIsServed() {
        Api.Answer answer = api.anonymous("POST", Guide.CHARACTERS, BodyPublishers.ofString("{}"));

        assertThat(answer.text())
                .isEqualTo("{\"error\":{\"message\":\"Incorrect API key provided.\",\"type\":\"invalid_request_error\","
                        + "\"param\":null,\"code\":\"invalid_api_key\"}}");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(api.anonymous(
                                "GET",
                                Guide.GENERATIONS + "/task_1",
                                BodyPublishers.noBody(),
                                "Authorization",
                                "Bearer")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void charactersAreOfOneKeyNeverChangeNeverExpireAndAreNotListed() {
        String id = guide.character();
        String then = api.get(Guide.CHARACTERS + "/" + id).text();

        api.sandbox().advance(Duration.ofDays(400));

        assertThat(api.get(Guide.CHARACTERS + "/" + id).text()).isEqualTo(then);
        assertThat(guide.generate("@" + id + " walks").status()).isEqualTo(200);
        Guide other = new Guide(new Api(understudy, "somebody else"));
        assertThat(Guide.refusal(other.generate("@" + id + " walks"))).startsWith("400|");
        assertThat(new Api(understudy, "somebody else")
                        .get(Guide.CHARACTERS + "/" + id)
                        .status())
                .isEqualTo(404);
        assertThat(Guide.error(api.get(Guide.CHARACTERS)).path("code").asText()).isEqualTo("not_found");
        for (String method : new String[] {"PUT", "PATCH", "DELETE"}) {
            assertThat(api.send(method, Guide.CHARACTERS + "/" + id, BodyPublishers.ofString("{}"))
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void theSameSeedGivesTheSameCharactersAndAnyTwoDiffer() {
        String first = guide.fromUrl("https://e.com/a.mp4", "1,3").text();
        String second = guide.fromUrl("https://e.com/a.mp4", "1,3").text();
        api.sandbox().reset();

        assertThat(guide.fromUrl("https://e.com/a.mp4", "1,3").text())
                .isEqualTo(first)
                .isNotEqualTo(second);
    }
}
