package dev.understudy.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static dev.understudy.client.StubService.CHARACTERS;
import static dev.understudy.client.StubService.ID;
import static dev.understudy.client.StubService.RESULT;
import static dev.understudy.client.StubService.prediction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CharactersAndVideosTest {
    private static final String TEXT_TO_VIDEO = "/api/v3/openai/sora-2/text-to-video";
    private static final Character JOE = new Character("char_e9bd70c8fadc8191958144ce7c9d3810", "Joe");
    private static final String JOE_OUTPUT = "[{\"id\":\"char_e9bd70c8fadc8191958144ce7c9d3810\",\"name\":\"Joe\"}]";
    private static final String VIDEO = "https://media.example/predictions/1.mp4";

    @RegisterExtension
    final StubService service = new StubService();

    private WaveSpeedClient client() {
        return service.client(new TestClock()).build();
    }

    private String inputOf(String path) {
        assertThat(service.requests(path)).hasSize(1);
        return service.requests(path).get(0).getBodyAsString();
    }

    private static void assertSameJson(String actual, String expected) throws Exception {
        assertThat(Answers.JSON.readTree(actual)).isEqualTo(Answers.JSON.readTree(expected));
    }

    @Test
    void a_character_from_a_url_leaves_the_fetching_to_the_service() throws Exception {
        service.answers(CHARACTERS, prediction("created"));
        service.answers(RESULT, prediction("processing"), prediction("completed", JOE_OUTPUT, ""));

        assertThat(client().createCharacter(service.url("/clip.mp4"), "Joe")).isEqualTo(JOE);
        assertSameJson(inputOf(CHARACTERS), "{\"video\":\"" + service.url("/clip.mp4") + "\",\"name\":\"Joe\"}");
        assertThat(service.requests("/clip.mp4")).isEmpty();
    }

    @Test
    void a_character_from_a_file_or_bytes_is_uploaded_first(@TempDir Path folder) throws Exception {
        service.answers(
                "/api/v3/media/uploads",
                okJson("{\"code\":200,\"data\":{\"download_url\":\"https://media.example/u.mp4\",\"upload\":{\"url\":\""
                        + service.url("/put") + "\",\"headers\":{}}}}"));
        service.answers("/put", aResponse().withStatus(200));
        service.answers(CHARACTERS, prediction("completed", JOE_OUTPUT, ""));

        assertThat(client().createCharacter(Files.write(folder.resolve("a.mp4"), new byte[9]), "Joe"))
                .isEqualTo(JOE);
        assertSameJson(inputOf(CHARACTERS), "{\"video\":\"https://media.example/u.mp4\",\"name\":\"Joe\"}");
        assertThat(client().createCharacter(new byte[9], "a.mp4", "Joe")).isEqualTo(JOE);
        assertThat(service.requests("/put")).hasSize(2);
    }

    @Test
    void a_character_without_a_name_in_the_answer_keeps_the_one_it_was_given() throws Exception {
        service.answers(CHARACTERS, prediction("completed", "[{\"id\":\"char_1\"}]", ""));

        assertThat(client().createCharacter(URI.create("https://c.example/a.mp4"), "Ann"))
                .isEqualTo(new Character("char_1", "Ann"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[\"https://media.example/1.mp4\"]", "[{\"name\":\"Joe\"}]"})
    void outputs_without_a_character_are_a_failure(String outputs) {
        service.answers(CHARACTERS, prediction("completed", outputs, ""));

        assertThatThrownBy(() -> client().createCharacter(URI.create("https://c.example/a.mp4"), "Joe"))
                .isInstanceOf(PredictionFailedException.class)
                .hasMessage("Prediction " + ID + " completed: the outputs hold no character");
    }

    @Test
    void a_failed_clip_is_a_failure_with_its_code() {
        service.answers(CHARACTERS, prediction("created"));
        service.answers(RESULT, prediction("failed", "[]", ",\"error\":\"Clip too short\",\"code\":1401"));

        assertThatThrownBy(() -> client().createCharacter(URI.create("https://c.example/a.mp4"), "Joe"))
                .isInstanceOfSatisfying(
                        PredictionFailedException.class,
                        failure -> assertThat(failure.code()).hasValue(1401))
                .hasMessageEndingWith("Clip too short");
    }

    @Test
    void a_video_names_its_characters_by_id() throws Exception {
        service.answers(TEXT_TO_VIDEO, prediction("created"));
        service.answers(RESULT, prediction("completed", "[\"" + VIDEO + "\"]", ""));

        Video video = client().generateVideo(TextToVideo.of("Joe waves")
                .size(VideoSize.LANDSCAPE_720)
                .seconds(8)
                .characters(JOE, new Character("char_2", "Ann")));

        assertThat(video).isEqualTo(new Video(ID, URI.create(VIDEO)));
        assertSameJson(
                inputOf(TEXT_TO_VIDEO),
                "{\"prompt\":\"Joe waves\",\"size\":\"1280*720\",\"duration\":8,\"characters\":[{\"id\":\"" + JOE.id()
                        + "\"},{\"id\":\"char_2\"}]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[{\"id\":\"char_1\"}]", "[\"AAAAIGZ0eXA=\"]", "[\"\"]"})
    void outputs_without_an_address_are_a_failure(String outputs) {
        service.answers(TEXT_TO_VIDEO, prediction("completed", outputs, ""));

        assertThatThrownBy(() -> client().generateVideo(TextToVideo.of("Rain")
                        .size(VideoSize.LANDSCAPE_720)
                        .seconds(4)))
                .isInstanceOf(PredictionFailedException.class)
                .hasMessageEndingWith("the outputs hold no video address");
    }
}
