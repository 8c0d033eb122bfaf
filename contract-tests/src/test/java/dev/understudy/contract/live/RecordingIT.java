package dev.understudy.contract.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.understudy.Understudy;
import dev.understudy.settings.Progression;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The recorder and the player in processes of their own, which are told to stop. */
@Timeout(90)
class RecordingIT {
    private static final Pattern ADDRESS = Pattern.compile("at (http://127\\.0\\.0\\.1:\\d+);");

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void told_to_stop_in_the_midst_of_a_job_it_leaves_a_cassette_that_can_be_played() throws Exception {
        Kit kit = new Kit(folder);
        Path cassettes = folder.resolve("cassettes");
        Path output = folder.resolve("record.txt");
        try (Understudy slow =
                Understudy.builder().port(0).progression(Progression.manual()).start()) {
            Process recorder =
                    kit.start(output, "record", "--upstream", slow.baseUrl().toString(), "--out", cassettes.toString());
            URI proxy = address(output);
            String id = submit(proxy, kit.key).at("/data/id").asText();
            assertThat(poll(proxy, id, kit.key).at("/data/status").asText()).isEqualTo("queued");

            assertThat(ended(recorder)).as(Files.readString(output)).isZero();
            assertThat(Files.readString(output)).contains("1 jobs recorded, 1 of them not complete");
        }
        JsonNode cassette = new JsonMapper()
                .readTree(cassettes
                        .resolve("job-0001-openai-sora-2-characters.json")
                        .toFile());
        assertThat(cassette.path("complete").booleanValue()).isFalse();
        assertThat(cassette.path("steps")).hasSize(2);
        assertThat(cassette.toString()).doesNotContain(kit.key);
        assertThat(playedAgain(kit, cassettes)).isZero();
    }

    @Test
    void a_replay_that_was_not_used_says_so_in_its_exit_code_when_it_is_strict() throws Exception {
        Kit kit = new Kit(folder);
        Path cassettes = folder.resolve("cassettes");
        Path output = folder.resolve("record.txt");
        try (Understudy understudy = Understudy.builder().port(0).start()) {
            Process recorder = kit.start(
                    output, "record", "--upstream", understudy.baseUrl().toString(), "--out", cassettes.toString());
            submit(address(output), kit.key);
            assertThat(ended(recorder)).isZero();
        }
        Path played = folder.resolve("replay.txt");
        Process player = kit.start(played, "replay", cassettes.toString(), "--strict");
        address(played);

        assertThat(ended(player)).isEqualTo(1);
        assertThat(Files.readString(played)).contains("not played to its end: job-0001-openai-sora-2-characters");
    }

    private int playedAgain(Kit kit, Path cassettes) throws Exception {
        Path output = folder.resolve("replay.txt");
        Process player = kit.start(output, "replay", cassettes.toString(), "--strict");
        URI replay = address(output);
        String id = submit(replay, "any-other-key").at("/data/id").asText();
        assertThat(poll(replay, id, "any-other-key").at("/data/status").asText())
                .isEqualTo("queued");
        return ended(player);
    }

    private static URI address(Path output) {
        Matcher matcher = await().atMost(Duration.ofSeconds(30))
                .until(() -> ADDRESS.matcher(Files.readString(output)), Matcher::find);
        return URI.create(matcher.group(1));
    }

    // On Unix this is SIGTERM.
    private static int ended(Process process) throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).as("ended").isTrue();
        return process.exitValue();
    }

    private JsonNode submit(URI service, String key) throws IOException, InterruptedException {
        String body = "{\"video\":\"https://clips.example/joe-3s.mp4\",\"name\":\"Joe\"}";
        return json(HttpRequest.newBuilder(service.resolve("/api/v3/openai/sora-2/characters"))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private JsonNode poll(URI service, String id, String key) throws IOException, InterruptedException {
        return json(HttpRequest.newBuilder(service.resolve("/api/v3/predictions/" + id + "/result"))
                .header("Authorization", "Bearer " + key)
                .build());
    }

    private JsonNode json(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return new JsonMapper().readTree(response.body());
    }
}
