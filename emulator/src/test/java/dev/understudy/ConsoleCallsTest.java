package dev.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.settings.Setting;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** What the console asks for. */
class ConsoleCallsTest {

    private static final String PREDICTIONS = "/__understudy/predictions";
    private static final String REFERENCE = "Understudy-Sandbox";
    private static Understudy understudy;
    private Api api;

    @BeforeAll
    static void start() {
        understudy = Understudy.builder().seed(7).with(Setting.CLOCK, "frozen").start();
    }

    @AfterAll
    static void stop() {
        understudy.close();
    }

    @BeforeEach
    void aKeyForEachTest(TestInfo test) {
        api = new Api(understudy, "key-of-" + test.getDisplayName());
    }

    private Api.Answer byReference(String path) {
        return api.anonymous(
                "GET", path, BodyPublishers.noBody(), REFERENCE, api.sandbox().reference());
    }

    private JsonNode predictions(String query) {
        return byReference(PREDICTIONS + query).json();
    }

    private static List<String> ids(JsonNode page) {
        return page.path("predictions").findValuesAsText("prediction");
    }

    @Test
    void jobsAreListedNewestFirstInPages() {
        String first = api.submit(Api.TEXT_TO_VIDEO, Map.of("prompt", "one"));
        String second = api.submit(Api.TEXT_TO_VIDEO, Map.of("prompt", "two"));
        String third = api.submit(Api.TEXT_TO_VIDEO, Map.of("prompt", "three"));

        assertThat(ids(predictions(""))).containsExactly(third, second, first);
        assertThat(ids(predictions("?skip=1&limit=1"))).containsExactly(second);
        assertThat(predictions("?skip=1&limit=1").path("total").asInt()).isEqualTo(3);
        assertThat(ids(predictions("?skip=7"))).isEmpty();
    }

    @Test
    void oneJobIsFoundByTheIdThatItsProviderGaveIt() {
        String first = api.submit(Api.TEXT_TO_VIDEO, Map.of("prompt", "one"));
        api.submit(Api.TEXT_TO_VIDEO, Map.of("prompt", "two"));

        assertThat(ids(predictions("?prediction=video_" + first))).containsExactly(first);
        assertThat(ids(predictions("?prediction=" + first + "&state=failed"))).isEmpty();
        assertThat(ids(predictions("?prediction=nothing"))).isEmpty();
    }

    @Test
    void aJobShowsItsInputItsTimesItsPriceAndInTheEndItsVideo() {
        String id = api.submit(Api.TEXT_TO_VIDEO, Map.of("prompt", "Rain"));

        JsonNode queued = predictions("").path("predictions").path(0);
        assertThat(queued.path("status").asText()).isEqualTo("queued");
        assertThat(queued.path("provider").asText()).isEqualTo("wavespeed");
        assertThat(queued.path("name").asText()).isEqualTo("openai/sora-2/text-to-video");
        assertThat(queued.path("input").path("prompt").asText()).isEqualTo("Rain");
        assertThat(queued.path("times").path("created").asText())
                .isEqualTo(api.sandbox().now().toString());
        assertThat(queued.path("outputs")).isEmpty();
        assertThat(queued.path("money").path("price").decimalValue())
                .isEqualByComparingTo(api.sandbox().ledger().net());

        api.sandbox().advance(Duration.ofHours(1));

        JsonNode ended = predictions("").path("predictions").path(0);
        String video = ended.path("outputs").path(0).path("video").asText();
        assertThat(ended.path("status").asText()).isEqualTo("completed");
        assertThat(video)
                .isEqualTo(api.poll(id).path("outputs").path(0).asText())
                .startsWith(understudy.baseUrl().toString());
        assertThat(api.anonymous("GET", URI.create(video).getPath(), BodyPublishers.noBody())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aJobThatIsToFailShowsWhatStrikesItAndWhy() {
        api.post("/__understudy/faults", "{\"rules\":[{\"fault\":\"fails\",\"when\":{\"next\":1}}]}");
        api.submit(Api.TEXT_TO_VIDEO, Map.of("prompt", "Rain"));
        api.submit(Api.TEXT_TO_VIDEO, Map.of("prompt", "Snow"));
        api.sandbox().advance(Duration.ofHours(1));

        JsonNode failed = predictions("?state=failed").path("predictions");

        assertThat(failed).hasSize(1);
        assertThat(failed.path(0).path("error").asText()).isNotEmpty();
        assertThat(failed.path(0).path("faults").path(0).path("fault").asText()).startsWith("fail");
        assertThat(failed.path(0).path("money").path("refunded").asBoolean()).isTrue();
        assertThat(api.get(PREDICTIONS + "?state=done").json().path("allowed").toString())
                .contains("completed");
    }

    @Test
    void lookingAtJobsMovesNoneThatPollsMove() {
        api.send("PUT", "/__understudy/progression", BodyPublishers.ofString("{\"progression\":\"polls\"}"));
        String id = api.submit(Api.TEXT_TO_VIDEO, Map.of("prompt", "Rain"));
        String before = api.get("/__understudy/predictions/" + id + "/explain")
                .json()
                .path("status")
                .asText();

        for (int i = 0; i < 10; i++) {
            predictions("");
        }

        assertThat(predictions("").path("predictions").path(0).path("status").asText())
                .isEqualTo(before);
        assertThat(predictions("")
                        .path("predictions")
                        .path(0)
                        .path("times")
                        .path("movedBy")
                        .asText())
                .isEqualTo("steps");
    }

    @Test
    void aListHasNothingSecretThatAnInputHas() {
        String clip = "https://who:s3cret@example.com/clip.mp4?X-Amz-Signature=abcdef0123456789abcdef0123456789";
        api.submit(Api.CHARACTERS, Map.of("video", clip, "name", "Joe"));
        api.submit(Api.CHARACTERS, Map.of("video", "data:video/mp4;base64,AAAAHGZ0eXA", "name", "sk-0123456789abcdef"));
        api.submit(Api.TEXT_TO_VIDEO, Map.of("prompt", "x".repeat(2_000)));

        JsonNode page = predictions("");

        assertThat(page.toString())
                .contains("example.com/clip.mp4")
                .doesNotContain("abcdef0123456789", "s3cret", "AAAAHGZ0eXA", "sk-0123");
        assertThat(page.path("predictions").path(0).path("input").path("prompt").asText())
                .hasSizeLessThan(400);
    }

    @Test
    void charactersAreListedWithTheirClipsWhereThoseAreOurs() {
        String clip = api.upload("joe.mp4", Api.clip("clip-3s.mp4"));
        JsonNode joe = api.run(Api.CHARACTERS, Map.of("video", clip, "name", "Joe"));
        api.run(Api.CHARACTERS, Map.of("video", "https://example.com/ann.mp4", "name", "Ann"));

        JsonNode characters = byReference("/__understudy/characters").json();

        assertThat(characters.path("total").asInt()).isEqualTo(2);
        JsonNode first = characters.path("characters").path(1);
        assertThat(first.path("name").asText()).isEqualTo("Joe");
        assertThat(first.path("id").asText())
                .isEqualTo(joe.path("outputs").path(0).path("id").asText());
        assertThat(first.path("prediction").asText()).isEqualTo(joe.path("id").asText());
        assertThat(first.path("clip").asText()).isEqualTo(clip);
        assertThat(characters.path("characters").path(0).has("clip")).isFalse();
        assertThat(api.sandbox().characters()).extracting("name").containsExactly("Joe", "Ann");
    }

    @Test
    void modelsOfAllProvidersAreListedWithTheirSchemas() {
        JsonNode models = api.anonymous("GET", "/__understudy/models", BodyPublishers.noBody())
                .json()
                .path("models");

        assertThat(models.findValuesAsText("provider")).contains("wavespeed", "eachlabs", "openai", "soraguide");
        assertThat(models.path(0).path("name").asText()).isEqualTo("openai/sora-2/characters");
        assertThat(models.path(0).path("schema").path("properties").has("video"))
                .isTrue();
    }
}
