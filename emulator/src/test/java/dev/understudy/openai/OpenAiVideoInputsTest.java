package dev.understudy.openai;

import static org.assertj.core.api.Assertions.assertThat;

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

/** What a video may be ordered with. */
class OpenAiVideoInputsTest {

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
}
