package dev.understudy.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.Api;
import dev.understudy.Api.Answer;
import dev.understudy.Understudy;
import dev.understudy.media.probe.ClipProbe;
import dev.understudy.openai.Client.Form;
import dev.understudy.time.ClockMode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Remixes, edits and extensions by OpenAI's API. */
class OpenAiReworkingsTest {

    private static final String EDITS = Client.VIDEOS + "/edits";
    private static final String EXTENSIONS = Client.VIDEOS + "/extensions";

    private Understudy understudy;
    private Client client;

    @BeforeEach
    void start() {
        understudy = Understudy.builder().seed(9).clock(ClockMode.frozen()).start();
        client = new Client(understudy, "editor");
    }

    @AfterEach
    void stop() {
        understudy.close();
    }

    private static JsonNode taken(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static String message(Answer answer, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        return answer.json().at("/error/message").asText();
    }

    private BigDecimal spent() {
        return client.sandbox().ledger().net();
    }

    private String source() {
        return client.video(Map.of("prompt", "Rain", "model", "sora-2-pro", "seconds", "8", "size", "1792x1024"));
    }

    @Test
    void aRemixIsLikeItsSourceAndNamesItWhetherJsonOrForm() {
        String source = source();
        BigDecimal before = spent();

        JsonNode json = taken(client.post(Client.VIDEOS + "/" + source + "/remix", Map.of("prompt", "Snow")));
        JsonNode form = taken(client.post(Client.VIDEOS + "/" + source + "/remix", new Form().text("prompt", "Snow")));

        for (JsonNode remix : List.of(json, form)) {
            assertThat(remix.path("remixed_from_video_id").asText()).isEqualTo(source);
            assertThat(remix.path("model").asText()).isEqualTo("sora-2-pro");
            assertThat(remix.path("seconds").asText()).isEqualTo("8");
            assertThat(remix.path("size").asText()).isEqualTo("1792x1024");
        }
        assertThat(spent().subtract(before)).isEqualByComparingTo("8.00");
    }

    @Test
    void onlyACompletedVideoOfTheKeyCanBeReworked() {
        String running = client.post(Client.VIDEOS, Map.of("prompt", "Rain"))
                .json()
                .path("id")
                .asText();

        assertThat(message(client.post(Client.VIDEOS + "/" + running + "/remix", Map.of("prompt", "Snow")), 400))
                .startsWith("Video is not ready yet");
        assertThat(message(client.post(Client.VIDEOS + "/video_x/remix", Map.of("prompt", "Snow")), 404))
                .isEqualTo("Video with id 'video_x' not found.");
        assertThat(message(client.post(EDITS, Map.of("prompt", "Snow", "video", Map.of("id", "video_x"))), 404))
                .isEqualTo("Video with id 'video_x' not found.");
    }

    @Test
    void anEditIsMadeOfAVideoOrOfAFileWithAModel() {
        String source = source();

        JsonNode json = taken(client.post(EDITS, Map.of("prompt", "Snow", "video", Map.of("id", source))));
        JsonNode form =
                taken(client.post(EDITS, new Form().text("prompt", "Snow").text("video[id]", source)));
        assertThat(json.path("seconds")).isEqualTo(form.path("seconds"));
        assertThat(form.path("remixed_from_video_id").asText()).isEqualTo(source);

        JsonNode file = taken(client.post(
                EDITS, Client.clip("landscape-720p.mp4").text("prompt", "Snow").text("model", "sora-2")));
        assertThat(file.path("size").asText()).isEqualTo("1280x720");
        assertThat(file.path("remixed_from_video_id").isNull()).isTrue();
        assertThat(message(client.post(EDITS, Client.clip("clip-3s.mp4").text("prompt", "Snow")), 400))
                .isEqualTo("Missing required parameter: 'model'.");
        assertThat(message(
                        client.post(
                                EDITS,
                                Client.clip("text.mp4").text("prompt", "Snow").text("model", "sora-2")),
                        400))
                .startsWith("Invalid video: ");
    }

    @Test
    void anExtensionIsAsLongAsBothTogetherAndOnlyWhatIsAddedIsPaidFor() throws Exception {
        String source = source();
        BigDecimal before = spent();

        String id = taken(client.post(
                        EXTENSIONS,
                        new Form()
                                .text("prompt", "On")
                                .text("video[id]", source)
                                .text("seconds", "4")))
                .path("id")
                .asText();
        client.sandbox().advance(Duration.ofSeconds(1));

        assertThat(client.retrieve(id).json().path("seconds").asText()).isEqualTo("12");
        assertThat(spent().subtract(before)).isEqualByComparingTo("2.00");
        byte[] film = client.get(Client.VIDEOS + "/" + id + "/content").bytes();
        assertThat(ClipProbe.probe(film).duration()).isEqualTo(Duration.ofSeconds(12));
    }

    @Test
    void aVideoIsExtendedSixTimesAtMostAndTo120SecondsAtMost() {
        String six = client.video(Map.of("prompt", "Rain"));
        for (int i = 0; i < 6; i++) {
            six = extended(six, "4");
        }
        assertThat(client.retrieve(six).json().path("seconds").asText()).isEqualTo("28");
        assertThat(message(extend(six, "4"), 400)).isEqualTo("A video can be extended at most 6 times.");

        String longest = client.video(Map.of("prompt", "Rain", "seconds", "20"));
        for (int i = 0; i < 5; i++) {
            longest = extended(longest, "20");
        }
        assertThat(client.retrieve(longest).json().path("seconds").asText()).isEqualTo("120");
        assertThat(message(extend(longest, "4"), 400)).isEqualTo("An extended video can be at most 120 seconds long.");
    }

    @Test
    void extensionsTakeNoCharactersAndNeedSeconds() {
        String source = client.video(Map.of("prompt", "Rain"));
        Map<String, Object> video = Map.of("id", source);

        assertThat(message(
                        client.post(
                                EXTENSIONS,
                                Map.of("prompt", "On", "video", video, "seconds", "4", "characters", List.of())),
                        400))
                .isEqualTo("Unsupported parameter: 'characters' is not supported with extensions.");
        assertThat(message(client.post(EXTENSIONS, Map.of("prompt", "On", "video", video)), 400))
                .isEqualTo("Missing required parameter: 'seconds'.");
        assertThat(message(client.post(EXTENSIONS, Map.of("prompt", "On", "seconds", "4")), 400))
                .isEqualTo("Missing required parameter: 'video'.");
    }

    @Test
    void aVideoOfAnotherWireFormatIsReworkedByTheModelMostLikeItsOwn() {
        String other = client.api().submit(Api.TEXT_TO_VIDEO, Map.of("prompt", "Snow"));
        client.sandbox().advance(Duration.ofSeconds(1));

        assertThat(taken(client.post(Client.VIDEOS + "/video_" + other + "/remix", Map.of("prompt", "Rain")))
                        .path("model")
                        .asText())
                .isEqualTo("sora-2");
    }

    private Answer extend(String video, String seconds) {
        return client.post(EXTENSIONS, Map.of("prompt", "On", "video", Map.of("id", video), "seconds", seconds));
    }

    private String extended(String video, String seconds) {
        String id = taken(extend(video, seconds)).path("id").asText();
        client.sandbox().advance(Duration.ofSeconds(1));
        return id;
    }
}
