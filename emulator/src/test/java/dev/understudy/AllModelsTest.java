package dev.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.media.probe.Clip;
import dev.understudy.media.probe.ClipProbe;
import dev.understudy.settings.Setting;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every model with every choice that it offers, and models of one's own. */
@Timeout(120)
class AllModelsTest {

    private static Understudy understudy;
    private static Api api;

    @BeforeAll
    static void start() {
        understudy = Understudy.builder().start();
        api = new Api(understudy, "everything");
    }

    @AfterAll
    static void stop() {
        understudy.close();
    }

    @Test
    void everySizeAndDurationOfEveryModelCompletes() throws Exception {
        Set<String> shapes = new HashSet<>();
        int jobs = 0;
        for (JsonNode row : api.get("/api/v3/models").data()) {
            String slug = row.path("model_id").asText();
            JsonNode schema = row.path("api_schema").path("api_schemas").path(0).path("request_schema");
            for (Map<String, Object> input : combinations(schema)) {
                JsonNode job = api.run("/api/v3/" + slug, input);
                assertThat(job.path("status").asText())
                        .as("%s %s: %s", slug, input, job)
                        .isEqualTo("completed");
                jobs++;
                if (shapes.add(shape(input))) {
                    assertThatTheFileIsAsAskedFor(job, input);
                }
            }
        }
        assertThat(jobs).isEqualTo(1 + 10 + 30 + 30 + 5 + 10 + 10);
        assertThat(shapes).hasSize(10);
    }

    // One for each size or resolution, with the shortest duration, and those without a choice.
    private static String shape(Map<String, Object> input) {
        return "%s %s %s".formatted(input.get("size"), input.get("resolution"), input.containsKey("image"));
    }

    private static void assertThatTheFileIsAsAskedFor(JsonNode job, Map<String, Object> input) throws Exception {
        if (!job.path("outputs").path(0).isTextual()) {
            assertThat(input).containsKey("video");
            return;
        }
        Clip clip = clip(job);
        String size = String.valueOf(
                input.getOrDefault("size", "1080p".equals(input.get("resolution")) ? "1080*1920" : "720*1280"));
        assertThat(clip.width() + "*" + clip.height()).isEqualTo(size);
        assertThat(clip.duration()).isEqualTo(Duration.ofSeconds((int) input.get("duration")));
    }

    private static List<Map<String, Object>> combinations(JsonNode schema) {
        List<Map<String, Object>> inputs = new ArrayList<>(List.of(Map.of()));
        for (JsonNode name : schema.path("x-order-properties")) {
            JsonNode property = schema.path("properties").path(name.asText());
            List<Map<String, Object>> more = new ArrayList<>();
            for (Object value : values(name.asText(), property)) {
                inputs.forEach(input -> {
                    Map<String, Object> with = new HashMap<>(input);
                    with.put(name.asText(), value);
                    more.add(with);
                });
            }
            inputs = more;
        }
        return inputs;
    }

    private static List<Object> values(String name, JsonNode property) {
        List<Object> values = new ArrayList<>();
        property.path("enum").forEach(value -> values.add(value.isInt() ? (Object) value.intValue() : value.asText()));
        if (values.isEmpty()) {
            values.add(
                    switch (name) {
                        case "image" -> Api.dataUri(Api.fixture("images/portrait.png"));
                        case "video" -> Api.dataUri(Api.clip("clip-3s.mp4"));
                        case "characters" -> List.of();
                        default -> "a walk on the beach";
                    });
        }
        return values;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            text-to-video-pro  | {"prompt":"x","size":"1*1"}                       | parameter size must be one of 720*1280, 1280*720, 1024*1792, 1792*1024, 1920*1080, 1080*1920, got 1*1
            image-to-video     | {"prompt":"x"}                                    | missing required parameter: image
            image-to-video     | {"image":"x"}                                     | missing required parameter: prompt
            image-to-video     | {"prompt":"x","image":" "}                        | parameter image must not be empty
            image-to-video     | {"prompt":"x","image":["x"]}                      | parameter image must be a string, got an array
            image-to-video-pro | {"prompt":"x","image":"x","resolution":"480p"}    | parameter resolution must be one of 720p, 1080p, got 480p
            image-to-video-pro | {"prompt":"x","image":"x","duration":6}           | parameter duration must be one of 4, 8, 12, 16, 20, got 6
            """)
    void aValueOutsideTheSchemaIsRefusedWithWhatIsAllowed(String model, String body, String message) {
        Api.Answer answer = api.post("/api/v3/openai/sora-2/" + model, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("message").asText()).isEqualTo(message);
    }

    @Test
    void aKeyThatAModelDoesNotKnowIsDroppedAndNoted() {
        Api caller = new Api(understudy, "dropper");
        JsonNode job = caller.run(
                "/api/v3/openai/sora-2/image-to-video",
                Map.of("prompt", "x", "image", "https://example.com/a.png", "size", "1280*720", "characters", 7));

        assertThat(job.path("status").asText()).isEqualTo("completed");
        assertThat(String.join(" ", caller.sandbox().journal().get(0).notes()))
                .contains("dropped, since the model does not know them: ", "size", "characters");
    }

    @Test
    void aModelOfOnesOwnIsRunLikeTheOthers(@TempDir Path folder) throws Exception {
        String row = """
                {"model_id":"acme/seed-video","base_price":0.5,"type":"image-to-video","api_schema":{"api_schemas":[
                {"type":"model_run","request_schema":{"properties":{
                "image":{"type":"string"},"aspect_ratio":{"type":"string","enum":["21:9","1:1"]},
                "resolution":{"type":"string","default":"480p"},"seed":{"type":"integer"},
                "size":{"type":"string"},"duration":{"type":"number","default":5}},"required":[]}}]}}
                """;
        Path file = Files.writeString(folder.resolve("own.json"), "[" + row + "]");
        try (Understudy own =
                Understudy.builder().with(Setting.CATALOG, file.toString()).start()) {
            Api caller = new Api(own, "owner");

            assertSize(caller.run("/api/v3/acme/seed-video", Map.of()), 480, 854, 5);
            assertSize(caller.run("/api/v3/acme/seed-video", Map.of("aspect_ratio", "21:9")), 1120, 480, 5);
            assertSize(
                    caller.run("/api/v3/acme/seed-video", Map.of("aspect_ratio", "1:1", "resolution", "720p")),
                    720,
                    720,
                    5);
            assertSize(caller.run("/api/v3/acme/seed-video", Map.of("size", "640x360", "duration", 2)), 640, 360, 2);
            assertThat(String.join(" ", caller.sandbox().journal().toString())).doesNotContain("as near as can be");
            assertSize(caller.run("/api/v3/acme/seed-video", Map.of("size", "999999*3", "duration", 0.5)), 4096, 16, 1);
            assertThat(caller.sandbox().journal().toString())
                    .contains("painted with 4096*16 pixels and 1 s, as near as can be to what was asked for");
            assertThat(caller.post("/api/v3/model/price", Map.of("model_id", "acme/seed-video"))
                            .data()
                            .path("price")
                            .decimalValue())
                    .isEqualByComparingTo("0.5");
        }
    }

    private static void assertSize(JsonNode job, int width, int height, int seconds) throws Exception {
        assertThat(job.path("status").asText()).as(job.toString()).isEqualTo("completed");
        URI file = URI.create(job.path("outputs").path(0).asText());
        Clip clip = ClipProbe.probe(java.net.http.HttpClient.newHttpClient()
                .send(
                        java.net.http.HttpRequest.newBuilder(file).build(),
                        java.net.http.HttpResponse.BodyHandlers.ofByteArray())
                .body());
        assertThat(List.of(clip.width(), clip.height(), (int) clip.duration().toSeconds()))
                .isEqualTo(List.of(width, height, seconds));
    }

    private static Clip clip(JsonNode job) throws Exception {
        String path = URI.create(job.path("outputs").path(0).asText()).getPath();
        return ClipProbe.probe(
                api.anonymous("GET", path, BodyPublishers.noBody()).bytes());
    }
}
