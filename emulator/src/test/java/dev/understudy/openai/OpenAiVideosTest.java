package dev.understudy.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.Api;
import dev.understudy.Api.Answer;
import dev.understudy.Understudy;
import dev.understudy.openai.Client.Form;
import dev.understudy.settings.Setting;
import dev.understudy.time.ClockMode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sora-2     | 5  | 720x1280  | seconds invalid_value Invalid value: '5'. Supported values are: '4', '8', '12', '16', and '20'.
            sora-2     | 4  | 1920x1080 | size invalid_value Invalid value: '1920x1080'. Supported values are: '720x1280', '1280x720', '1024x1792', and '1792x1024'.
            sora-2     | 4  | 1024x1792 | size invalid_value Invalid value: '1024x1792'. Supported values are: '720x1280' and '1280x720'.
            sora-2-pro | 4  | 640x480   | size invalid_value Invalid value: '640x480'. Supported values are: '720x1280', '1280x720', '1024x1792', '1792x1024', '1920x1080', and '1080x1920'.
            """)
    void lengthsAndSizesThatThereAreNotAreRefused(String model, String seconds, String size, String message) {
        assertThat(message(Map.of("prompt", "Rain", "model", model, "seconds", seconds, "size", size)))
                .isEqualTo(message);
    }

    @Test
    void bySpecificationThereAreFewerLengthsAndSizes() {
        client.post(Client.VIDEOS, Map.of("prompt", "Rain"));
        try (Understudy strict =
                builder().with(Setting.OPENAI_VIDEOS, "specification").start()) {
            client = new Client(strict, "strict");
            assertThat(message(Map.of("prompt", "Rain", "seconds", "5")))
                    .isEqualTo("seconds invalid_value Invalid value: '5'. Supported values are: '4', '8', and '12'.");
            assertThat(message(Map.of("prompt", "Rain", "model", "sora-2-pro", "size", "1920x1080")))
                    .startsWith("size invalid_value Invalid value: '1920x1080'.");
        }
    }

    @Test
    void whatIsMissingOrOfTheWrongKindIsSaid() {
        assertThat(message(Map.of("model", "sora-2")))
                .isEqualTo("prompt missing_required_parameter Missing required parameter: 'prompt'.");
        assertThat(message(Map.of("prompt", ""))).startsWith("prompt empty_string Invalid 'prompt': empty string.");
        assertThat(message(Map.of("prompt", "x".repeat(32_001))))
                .startsWith("prompt string_above_max_length Invalid 'prompt': string too long.");
        assertThat(message(Map.of("prompt", "Rain", "seconds", 8)))
                .isEqualTo(
                        "seconds invalid_type Invalid type for 'seconds': expected one of '4', '8', '12', '16', or '20', but got an integer instead.");
        Answer broken = client.api().post(Client.VIDEOS, "{");
        assertThat(broken.status()).isEqualTo(400);
        assertThat(broken.json().at("/error/message").asText()).startsWith("We could not parse the JSON body");
    }

    @Test
    void aModelThatThereIsNotIsNotFound() {
        for (String model : List.of("sora-3", "characters")) {
            Answer answer = client.post(Client.VIDEOS, Map.of("prompt", "Rain", "model", model));

            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.json().at("/error/code").asText()).isEqualTo("model_not_found");
            assertThat(answer.json().at("/error/message").asText())
                    .isEqualTo("The model '" + model + "' does not exist or you do not have access to it.");
        }
    }

    @Test
    void charactersMustBeKnownAndNamedVerbatimAndAtMostTwo() {
        Map<String, String> mossy = Map.of("id", client.character("Mossy"));
        Map<String, String> fern = Map.of("id", client.character("Fern"));

        assertThat(client.post(Client.VIDEOS, Map.of("prompt", "Mossy and Fern", "characters", List.of(mossy, fern)))
                        .status())
                .isEqualTo(200);
        assertThat(message(Map.of("prompt", "mossy walks", "characters", List.of(mossy))))
                .isEqualTo("characters invalid_value The prompt must mention the character 'Mossy' verbatim.");
        assertThat(message(Map.of("prompt", "Mossy", "characters", List.of(mossy, fern, mossy))))
                .startsWith("characters array_above_max_length ");
        assertThat(message(Map.of("prompt", "Mossy", "characters", List.of(Map.of("id", "char_x")))))
                .isEqualTo("characters invalid_value Character with id 'char_x' not found.");
        assertThat(message(Map.of("prompt", "Mossy", "characters", List.of(Map.of()))))
                .isEqualTo(
                        "characters[0].id missing_required_parameter Missing required parameter: 'characters[0].id'.");
    }

    @Test
    void charactersAreReadInEveryWayInWhichFormsWriteThem() {
        String mossy = client.character("Mossy");
        String fern = client.character("Fern");
        List<Form> forms = List.of(
                new Form().text("characters[][id]", mossy).text("characters[][id]", fern),
                new Form().text("characters[0][id]", mossy).text("characters[1][id]", fern),
                new Form().text("characters", "[{\"id\":\"%s\"},{\"id\":\"%s\"}]".formatted(mossy, fern)));

        for (Form form : forms) {
            Answer answer = client.post(Client.VIDEOS, form.text("prompt", "Mossy and Fern"));
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            client.sandbox().advance(Duration.ofSeconds(1));
            assertThat(client.retrieve(answer.json().path("id").asText())
                            .json()
                            .path("status")
                            .asText())
                    .isEqualTo("completed");
        }
        Form wrong = new Form()
                .text("characters[][id]", mossy)
                .text("characters[][id]", fern)
                .text("characters[][id]", fern);
        assertThat(client.post(Client.VIDEOS, wrong.text("prompt", "Mossy and Fern"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void anUrlencodedFormIsReadToo() {
        Answer answer = client.api()
                .send(
                        "POST",
                        Client.VIDEOS,
                        BodyPublishers.ofString("prompt=Rain+falls&seconds=8"),
                        "Content-Type",
                        "application/x-www-form-urlencoded");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("prompt").asText()).isEqualTo("Rain falls");
        assertThat(answer.json().path("seconds").asText()).isEqualTo("8");
    }

    @Test
    void anImageMustBeAFileOfTheVideosSize() {
        byte[] square = Api.fixture("images/square.png");
        Form file = new Form()
                .file("input_reference", "square.png", "image/png", square)
                .text("prompt", "Rain");
        Answer answer = client.post(Client.VIDEOS, file);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/error/message").asText())
                .isEqualTo("Inpaint image must match the requested width and height");

        Answer text = client.post(
                Client.VIDEOS,
                new Form().text("input_reference", "https://a.test/b.png").text("prompt", "Rain"));
        assertThat(text.json().at("/error/message").asText())
                .isEqualTo("Invalid type for 'input_reference': expected a file, but got a string instead.");
        assertThat(text.json().at("/error/code").asText()).isEqualTo("invalid_type");
    }

    @Test
    void anImageOfTheRightSizeIsTakenAsAFileOrAsADataUrl() throws IOException {
        byte[] png = image(720, 1280);
        String url = "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
        Form file =
                new Form().file("input_reference", "a.png", "image/png", png).text("prompt", "Rain");
        Form inForm = new Form().text("input_reference[image_url]", url).text("prompt", "Rain");
        Map<String, Object> json = Map.of("prompt", "Rain", "input_reference", Map.of("image_url", url));

        List<Answer> answers = List.of(
                client.post(Client.VIDEOS, file), client.post(Client.VIDEOS, inForm), client.post(Client.VIDEOS, json));
        client.sandbox().advance(Duration.ofSeconds(1));
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            awaitCompleted(answer.json().path("id").asText());
        });
        assertThat(client.post(Client.VIDEOS, Map.of("prompt", "Rain", "input_reference", Map.of()))
                        .status())
                .isEqualTo(400);
        assertThat(client.post(Client.VIDEOS, Map.of("prompt", "x", "input_reference", Map.of("file_id", "file-1")))
                        .json()
                        .at("/error/message")
                        .asText())
                .isEqualTo("No such File object: file-1");
    }

    private static byte[] image(int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY), "png", bytes);
        return bytes.toByteArray();
    }

    // Its image is read by another thread.
    private void awaitCompleted(String id) {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!client.retrieve(id).json().path("status").asText().equals("completed")) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            LockSupport.parkNanos(1_000_000);
        }
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
