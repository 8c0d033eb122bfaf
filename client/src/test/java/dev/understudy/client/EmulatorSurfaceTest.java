package dev.understudy.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.Understudy;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What lies around the main flow, against the emulator. */
@Timeout(60)
class EmulatorSurfaceTest {
    private static Understudy understudy;

    @BeforeAll
    static void start() {
        understudy = Understudy.builder().seed(42).start();
    }

    @AfterAll
    static void stop() {
        understudy.close();
    }

    private static WaveSpeedClient client(String key) {
        return WaveSpeedClient.builder()
                .apiKey(key)
                .baseUrl(understudy.baseUrl())
                .pollInterval(Duration.ofMillis(20))
                .build();
    }

    private static JsonNode get(String key, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(understudy.baseUrl().resolve(path))
                .header("Authorization", "Bearer " + key)
                .build();
        return Answers.JSON.readTree(HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofByteArray())
                .body());
    }

    private static URI picture(WaveSpeedClient client) throws IOException, InterruptedException {
        try (InputStream file =
                EmulatorSurfaceTest.class.getResourceAsStream("/dev/understudy/fixtures/images/landscape.png")) {
            return client.upload(file.readAllBytes(), "landscape.png").url();
        }
    }

    @Test
    void all_six_video_models_take_their_inputs() throws Exception {
        WaveSpeedClient client = client("director");
        URI picture = picture(client);
        List<VideoInput> inputs = List.of(
                TextToVideo.of("Rain").size(VideoSize.LANDSCAPE_720).seconds(4),
                TextToVideo.pro("Rain").size(VideoSize.PORTRAIT_1024),
                TextToVideo.sora2Pro("Rain").size(VideoSize.LANDSCAPE_1080).seconds(8),
                ImageToVideo.of("It purrs", picture).seconds(4),
                ImageToVideo.pro("It purrs", picture).in1080p(),
                ImageToVideo.sora2Pro("It purrs", picture));

        for (VideoInput input : inputs) {
            assertThat(client.generateVideo(input).url().getPath())
                    .as(input.model())
                    .endsWith(".mp4");
        }
        assertThat(understudy.sandbox("director").journal())
                .as("no input was dropped as unknown")
                .noneSatisfy(
                        entry -> assertThat(String.join(" ", entry.notes())).contains("dropped"));
    }

    @Test
    void a_size_beyond_those_of_the_standard_model_is_refused_by_the_service() {
        assertThatThrownBy(
                        () -> client("director").submit(TextToVideo.of("Rain").size(VideoSize.LANDSCAPE_1080)))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("size");
    }

    @Test
    void jobs_are_listed_newest_first_and_paid_for() throws Exception {
        WaveSpeedClient client = client("accountant");
        BigDecimal before = client.balance();
        Prediction first = client.submit(TextToVideo.of("Rain"));
        understudy.sandbox("accountant").advance(Duration.ofSeconds(1));
        Prediction second = client.submit(TextToVideo.of("Snow").seconds(8));

        PredictionPage all = client.list(PredictionQuery.all());
        PredictionPage older = client.list(PredictionQuery.all().pageSize(1).page(2));
        PredictionPage completed = client.list(PredictionQuery.all()
                .status(Status.COMPLETED)
                .model(TextToVideo.of("").model())
                .createdAfter(first.createdAt().orElseThrow().minusSeconds(60))
                .createdBefore(second.createdAt().orElseThrow()));

        assertThat(all.items()).extracting(Prediction::id).containsExactly(second.id(), first.id());
        assertThat(older.items()).extracting(Prediction::id).containsExactly(first.id());
        assertThat(completed.items()).extracting(Prediction::id).containsExactly(first.id());
        assertThat(client("stranger").list(PredictionQuery.all()).items()).isEmpty();
        assertThat(before.subtract(client.balance())).isEqualByComparingTo("1.2");
    }

    @Test
    void a_delivery_is_opened_with_the_keys_secret_and_no_other() throws Exception {
        String receiver = get("told", "/__understudy/inbox/mine").path("url").asText();
        WaveSpeedClient client = client("told");
        Prediction submitted = client.submit(
                "openai/sora-2/text-to-video?webhook=" + URLEncoder.encode(receiver, StandardCharsets.UTF_8),
                TextToVideo.of("Rain").fields());
        client.await(submitted);
        understudy.sandbox("told").advance(Duration.ofSeconds(1));

        JsonNode delivery =
                get("told", "/__understudy/inbox/mine").path("deliveries").path(0);
        String secret = get("told", "/api/v3/webhook/secret")
                .path("data")
                .path("secret")
                .asText();
        assertThat(opened(secret, delivery).id()).isEqualTo(submitted.id());
        assertThat(opened(secret, delivery).status()).isEqualTo(Status.COMPLETED);
        assertThatThrownBy(() -> opened("whsec_other", delivery)).isInstanceOf(WebhookException.class);
    }

    private static Prediction opened(String secret, JsonNode delivery) {
        JsonNode headers = delivery.path("headers");
        return new WebhookReceiver(secret)
                .open(
                        headers.path("webhook-id").asText(),
                        headers.path("webhook-timestamp").asText(),
                        headers.path("webhook-signature").asText(),
                        delivery.path("body").asText().getBytes(StandardCharsets.UTF_8));
    }
}
