package dev.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.media.probe.Clip;
import dev.understudy.media.probe.ClipProbe;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutputsTest {

    private static Understudy understudy;
    private static Api api;

    @BeforeAll
    static void start() {
        understudy = Understudy.builder().start();
        api = new Api(understudy, "director");
    }

    @AfterAll
    static void stop() {
        understudy.close();
    }

    @ParameterizedTest
    @CsvSource({"720*1280, 4", "1280*720, 4", "720*1280, 20", "1280*720, 12"})
    void aVideoHasTheSizeAndTheDurationThatWereAskedFor(String size, int seconds) throws Exception {
        JsonNode job =
                api.run(Api.TEXT_TO_VIDEO, Map.of("prompt", "a walk on the beach", "size", size, "duration", seconds));
        Api.Answer file = fetch(job);

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Type")).isEqualTo("video/mp4");
        Clip clip = ClipProbe.probe(file.bytes());
        assertThat(clip.width() + "*" + clip.height()).isEqualTo(size);
        assertThat(clip.duration()).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void withoutSizeAndDurationTheCatalogsDefaultsHold() throws Exception {
        Clip clip = ClipProbe.probe(
                fetch(api.run(Api.TEXT_TO_VIDEO, Map.of("prompt", "x"))).bytes());

        assertThat(clip.width()).isEqualTo(720);
        assertThat(clip.height()).isEqualTo(1280);
        assertThat(clip.duration()).isEqualTo(Duration.ofSeconds(4));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                        | missing required parameter: prompt
            {"prompt":"x","size":"1*1"}               | parameter size must be one of 720*1280, 1280*720, got 1*1
            {"prompt":"x","duration":5}               | parameter duration must be one of 4, 8, 12, 16, 20, got 5
            {"prompt":"x","duration":"4"}             | parameter duration must be an integer, got a string
            {"prompt":"x","duration":1e400}           | parameter duration must be an integer, got the number Infinity
            {"prompt":"x","characters":"c"}           | parameter characters must be an array of objects with an id, got a string
            {"prompt":"x","characters":["c"]}         | parameter characters[0] must be an object with an id, got a string
            {"prompt":"x","characters":[{"id":7}]}    | parameter characters[0].id must be a string, got the number 7
            """)
    void anInputOutsideTheSchemaIsRefusedWithWhatIsAllowed(String body, String message) {
        Api.Answer answer = api.post(Api.TEXT_TO_VIDEO, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("message").asText()).isEqualTo(message);
    }

    @Test
    void aCharacterCanBeUsedByItsIdAndOnlyWithTheKeyThatMadeIt() {
        JsonNode joe = api.run(Api.CHARACTERS, Map.of("video", "https://example.com/joe.mp4", "name", "Joe"));
        Map<String, ?> input = Map.of(
                "prompt",
                "Joe waves",
                "characters",
                List.of(Map.of("id", joe.path("outputs").path(0).path("id").asText())));

        assertThat(api.run(Api.TEXT_TO_VIDEO, input).path("status").asText()).isEqualTo("completed");
        JsonNode foreign = new Api(understudy, "stranger").run(Api.TEXT_TO_VIDEO, input);
        assertThat(foreign.path("status").asText()).isEqualTo("failed");
        assertThat(foreign.path("code").asInt()).isEqualTo(1401);
        assertThat(foreign.path("error").asText()).matches("the character char_[0-9a-f]{32} does not exist");
        assertThat(foreign.path("outputs").toString()).isEqualTo("[]");
    }

    @Test
    void aFourSecondOutputCanBeTheClipOfANewCharacter() {
        String video = api.run(Api.TEXT_TO_VIDEO, Map.of("prompt", "Joe turns around"))
                .path("outputs")
                .path(0)
                .asText();

        JsonNode job = api.run(Api.CHARACTERS, Map.of("video", video, "name", "Joe"));
        assertThat(job.path("status").asText()).isEqualTo("completed");
    }

    @Test
    void aFileIsSentInRangesAndNotAgainToWhoHasIt() {
        JsonNode job = api.run(Api.TEXT_TO_VIDEO, Map.of("prompt", "ranges"));
        String path = URI.create(job.path("outputs").path(0).asText()).getPath();
        Api.Answer whole = fetch(job);
        int size = whole.bytes().length;

        assertThat(whole.header("Accept-Ranges")).isEqualTo("bytes");
        Api.Answer part = api.anonymous("GET", path, BodyPublishers.noBody(), "Range", "bytes=10-19");
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.header("Content-Range")).isEqualTo("bytes 10-19/" + size);
        assertThat(part.bytes()).isEqualTo(Arrays.copyOfRange(whole.bytes(), 10, 20));
        Api.Answer tail = api.anonymous("GET", path, BodyPublishers.noBody(), "Range", "bytes=-5");
        assertThat(tail.bytes()).isEqualTo(Arrays.copyOfRange(whole.bytes(), size - 5, size));
        Api.Answer open = api.anonymous("GET", path, BodyPublishers.noBody(), "Range", "bytes=" + (size - 3) + "-");
        assertThat(open.bytes()).hasSize(3);
        assertThat(api.anonymous("GET", path, BodyPublishers.noBody(), "Range", "bytes=" + size + "-")
                        .status())
                .isEqualTo(416);
        Api.Answer head = api.anonymous("HEAD", path, BodyPublishers.noBody());
        assertThat(head.header("Content-Length")).isEqualTo(Integer.toString(size));
        assertThat(head.bytes()).isEmpty();
        assertThat(api.anonymous("GET", path, BodyPublishers.noBody(), "If-None-Match", whole.header("ETag"))
                        .status())
                .isEqualTo(304);
    }

    @Test
    void aVideoIsNotThereBeforeItsJobIsDone() {
        Api other = new Api(understudy, "impatient");
        other.sandbox().freeze();
        String id = other.post(Api.TEXT_TO_VIDEO, Map.of("prompt", "x"))
                .data()
                .path("id")
                .asText();
        other.sandbox().advance(Duration.ofSeconds(10));
        String path =
                URI.create(other.await(id).path("outputs").path(0).asText()).getPath();

        String pending = other.post(Api.TEXT_TO_VIDEO, Map.of("prompt", "y"))
                .data()
                .path("id")
                .asText();
        assertThat(other.anonymous("GET", path, BodyPublishers.noBody()).status())
                .isEqualTo(200);
        assertThat(other.anonymous("GET", path.replace(id, pending), BodyPublishers.noBody())
                        .status())
                .isEqualTo(404);
    }

    private static Api.Answer fetch(JsonNode job) {
        String url = job.path("outputs").path(0).asText();
        return api.anonymous("GET", URI.create(url).getPath(), BodyPublishers.noBody());
    }
}
