package dev.understudy.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.Api.Answer;
import dev.understudy.Understudy;
import dev.understudy.settings.Setting;
import dev.understudy.time.ClockMode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Videos by OpenAI's API: started, asked after and downloaded. */
class OpenAiVideosTest {

    private Understudy understudy;
    private Client client;

    @BeforeEach
    void start() {
        understudy = builder().start();
        client = new Client(understudy, "filmer");
    }

    private static Understudy.Builder builder() {
        return Understudy.builder().seed(7).clock(ClockMode.frozen()).now(Instant.parse("2026-03-15T12:00:00Z"));
    }

    @AfterEach
    void stop() {
        understudy.close();
    }

    private String message(Map<String, ?> input) {
        Answer answer = client.post(Client.VIDEOS, input);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        return answer.json().at("/error/param").asText() + " "
                + answer.json().at("/error/code").asText() + " "
                + answer.json().at("/error/message").asText();
    }

    @Test
    void aVideoIsQueuedAndThenCompletedWithThirteenKeysInOrder() {
        Answer created = client.post(
                Client.VIDEOS, Map.of("model", "sora-2-pro", "prompt", "Rain", "size", "1280x720", "seconds", "8"));
        String id = created.json().path("id").asText();

        assertThat(created.text())
                .matches(
                        "\\{\"id\":\"video_69b69f40[0-9a-f]{4}819[01][0-9a-f]{16}\",\"object\":\"video\",\"model\":\"sora-2-pro\","
                                + "\"status\":\"queued\",\"progress\":0,\"created_at\":1773576000,\"completed_at\":null,"
                                + "\"expires_at\":null,\"prompt\":\"Rain\",\"size\":\"1280x720\",\"seconds\":\"8\","
                                + "\"remixed_from_video_id\":null,\"error\":null}");
        assertThat(client.get(Client.VIDEOS + "/" + id + "/content")
                        .json()
                        .at("/error/message")
                        .asText())
                .isEqualTo("Video is not ready yet, use GET /v1/videos/{video_id} to check status.");

        client.sandbox().advance(Duration.ofSeconds(1));
        JsonNode done = client.retrieve(id).json();
        assertThat(done.path("status").asText()).isEqualTo("completed");
        assertThat(done.path("progress").asInt()).isEqualTo(100);
        assertThat(done.path("expires_at").asLong() - done.path("completed_at").asLong())
                .isEqualTo(3_600);
    }

    @Test
    void progressGrowsWithTheClock() {
        try (Understudy realistic = builder().with(Setting.PACE, "realistic").start()) {
            Client patient = new Client(realistic, "patient");
            String id = patient.post(Client.VIDEOS, Map.of("prompt", "Rain"))
                    .json()
                    .path("id")
                    .asText();

            patient.sandbox().advance(Duration.ofSeconds(30));
            int soon = patient.retrieve(id).json().path("progress").asInt();
            patient.sandbox().advance(Duration.ofSeconds(20));
            JsonNode later = patient.retrieve(id).json();

            assertThat(soon).isBetween(1, 98);
            assertThat(later.path("status").asText()).isEqualTo("in_progress");
            assertThat(later.path("progress").asInt()).isBetween(soon + 1, 99);
        }
    }

    @Test
    void theVideoIsDownloadedWholeOrInPartsForAnHour() {
        String id = client.video(Map.of("prompt", "Rain"));
        String content = Client.VIDEOS + "/" + id + "/content";

        Answer whole = client.get(content, "Accept", "application/binary");
        assertThat(whole.status()).as(whole.text()).isEqualTo(200);
        assertThat(whole.header("Content-Type")).isEqualTo("video/mp4");
        Answer part = client.get(content, "Range", "bytes=4-7");
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.text()).isEqualTo("ftyp");

        client.sandbox().advance(Duration.ofHours(1));
        assertThat(client.get(content).status()).isEqualTo(404);
        assertThat(client.retrieve(id).status()).isEqualTo(200);
    }

    private static byte[] image(int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY), "png", bytes);
        return bytes.toByteArray();
    }

    @Test
    void theStillsOfAVideoAreDownloadedAsVariants() {
        String content = Client.VIDEOS + "/" + client.video(Map.of("prompt", "Rain")) + "/content?variant=";

        assertThat(client.get(content + "thumbnail").header("Content-Type")).isEqualTo("image/webp");
        assertThat(client.get(content + "spritesheet").header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(client.get(content + "sound").json().at("/error/message").asText())
                .isEqualTo("Invalid value: 'sound'. Supported values are: 'video', 'thumbnail', and 'spritesheet'.");
        assertThat(client.sandbox().hygiene().findings())
                .allSatisfy(finding ->
                        assertThat(finding.count()).as(finding.toString()).isZero());
    }

    @Test
    void whatIsNotThereIsNotFound() {
        Answer answer = client.retrieve("video_123");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text())
                .isEqualTo(
                        "{\"error\":{\"message\":\"Video with id 'video_123' not found.\",\"type\":\"invalid_request_error\",\"param\":null,\"code\":null}}");
        Answer unrouted = client.get("/v1/xyz");
        assertThat(unrouted.status()).isEqualTo(404);
        assertThat(unrouted.json().at("/error/message").asText()).isEqualTo("Invalid URL (GET /v1/xyz)");
        assertThat(unrouted.header("x-request-id")).matches("req_[0-9a-f]{32}");
    }
}
