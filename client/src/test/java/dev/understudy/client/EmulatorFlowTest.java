package dev.understudy.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.understudy.SandboxHandle;
import dev.understudy.Understudy;
import dev.understudy.settings.Pace;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real flow against the emulator, each test with a key, and so a sandbox, of its own. */
@Timeout(60)
class EmulatorFlowTest {
    private static final URI PUBLIC_CLIP = URI.create("https://clips.example/joe-3s.mp4");

    private static Understudy understudy;

    @BeforeAll
    static void start() {
        understudy = Understudy.builder().seed(42).pace(Pace.FAST).start();
    }

    @AfterAll
    static void stop() {
        understudy.close();
    }

    private static ClientBuilder client(String key) {
        return WaveSpeedClient.builder()
                .apiKey(key)
                .baseUrl(understudy.baseUrl())
                .pollInterval(Duration.ofMillis(20));
    }

    private static WaveSpeedClient client(TestInfo test) {
        return client("key-of-" + test.getDisplayName().replaceAll("\\W", "")).build();
    }

    private static byte[] clip(String name) throws IOException {
        try (InputStream clip = EmulatorFlowTest.class.getResourceAsStream("/dev/understudy/fixtures/clips/" + name)) {
            return clip.readAllBytes();
        }
    }

    @Test
    void a_character_is_made_from_a_file(@TempDir Path folder, TestInfo test) throws Exception {
        Path clip = Files.write(folder.resolve("joe.mp4"), clip("clip-3s.mp4"));

        Character joe = client(test).createCharacter(clip, "Joe");

        assertThat(joe.name()).isEqualTo("Joe");
        assertThat(joe.id()).matches("char_[0-9a-f]{32}");
    }

    @Test
    void a_character_is_made_from_bytes(TestInfo test) throws Exception {
        Character ann = client(test).createCharacter(clip("clip-3s.mp4"), "ann.mp4", "Ann");

        assertThat(ann.name()).isEqualTo("Ann");
    }

    @Test
    void a_video_is_made_with_two_characters_and_can_be_fetched_without_the_key(TestInfo test) throws Exception {
        WaveSpeedClient client = client(test);
        Character joe = client.createCharacter(PUBLIC_CLIP, "Joe");
        Character ann = client.createCharacter(PUBLIC_CLIP, "Ann");

        Video video = client.generateVideo(TextToVideo.of("Joe and Ann wave")
                .size(VideoSize.LANDSCAPE_720)
                .seconds(4)
                .characters(joe, ann));

        HttpResponse<byte[]> file = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(video.url()).build(), BodyHandlers.ofByteArray());
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body()).contains('f', 't', 'y', 'p');
    }

    @Test
    void a_clip_that_is_too_short_fails_with_a_reason(TestInfo test) throws Exception {
        byte[] clip = clip("clip-1.9s.mp4");

        assertThatThrownBy(() -> client(test).createCharacter(clip, "short.mp4", "Joe"))
                .isInstanceOfSatisfying(
                        PredictionFailedException.class,
                        failure -> assertThat(failure.code()).isPresent())
                .hasMessageMatching("Prediction [0-9a-f]{32} failed: .+");
    }

    @Test
    void a_character_nobody_made_is_a_failure(TestInfo test) {
        Character stranger = new Character("char_00000000000000000000000000000000", "Nobody");

        PredictionFailedException failure = catchThrowableOfType(
                PredictionFailedException.class,
                () -> client(test)
                        .generateVideo(TextToVideo.of("Nobody waves")
                                .size(VideoSize.LANDSCAPE_720)
                                .seconds(4)
                                .characters(stranger)));

        assertThat(failure).hasMessageContaining(stranger.id());
        assertThat(failure.code()).hasValue(1401);
    }

    @Test
    void a_refused_input_names_its_parameter(TestInfo test) {
        assertThatThrownBy(() -> client(test)
                        .generateVideo(TextToVideo.of("Rain")
                                .size(VideoSize.LANDSCAPE_720)
                                .seconds(5)))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.status()).isEqualTo(400))
                .hasMessageContaining("duration");
    }

    @Test
    void another_keys_prediction_is_not_found(TestInfo test) throws Exception {
        Prediction mine =
                client(test).submit("openai/sora-2/characters", Map.of("video", PUBLIC_CLIP.toString(), "name", "Joe"));

        ApiException refusal = catchThrowableOfType(
                ApiException.class, () -> client("somebody-else").build().get(mine.id()));

        assertThat(refusal.status()).isEqualTo(404);
        assertThat(refusal.predictionId()).contains(mine.id());
        assertThat(mine.status()).isEqualTo(Status.CREATED);
        assertThat(mine.createdAt()).isPresent();
    }

    @Test
    void a_long_job_is_awaited_by_pushing_the_sandbox_clock() throws Exception {
        try (Understudy slow =
                Understudy.builder().seed(42).pace(Pace.REALISTIC).start()) {
            SandboxHandle sandbox = slow.sandbox("patient");
            sandbox.freeze();
            Instant begin = sandbox.now();
            WaveSpeedClient client = client("patient")
                    .baseUrl(slow.baseUrl())
                    .pollInterval(Duration.ofSeconds(5))
                    .clock(new Pushing(sandbox))
                    .build();

            client.generateVideo(TextToVideo.of("Rain on a tin roof")
                    .size(VideoSize.LANDSCAPE_720)
                    .seconds(4));

            assertThat(Duration.between(begin, sandbox.now())).isGreaterThan(Duration.ofSeconds(30));
        }
    }

    private record Pushing(SandboxHandle sandbox) implements ClientClock {
        @Override
        public Instant now() {
            return sandbox.now();
        }

        @Override
        public void sleep(Duration duration) {
            sandbox.advance(duration);
        }
    }
}
