package dev.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.understudy.settings.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the models are and what they cost. */
class ModelsTest {

    private static final String TEXT_TO_VIDEO_ROW = """
            {"model_id":"openai/sora-2/text-to-video","name":"openai/sora-2/text-to-video","base_price":0.4,\
            "description":"OpenAI Sora 2 is a state-of-the-art text-to-video model with realistic visuals, accurate \
            physics, synchronized audio, and strong steerability. Ready-to-use REST inference API, best performance, no \
            coldstarts, affordable pricing.","type":"text-to-video","sort_order":100,"api_schema":{"api_schemas":[\
            {"type":"model_run","method":"POST","server":"https://sora.test","api_path":\
            "/api/v3/openai/sora-2/text-to-video","request_schema":{"additionalProperties":false,"properties":{\
            "characters":{"description":"Element reference list of character IDs to include for consistent characters.",\
            "items":{"properties":{"id":{"description":"The prompt for this shot.","type":"string"}},"type":"object",\
            "x-order-properties":["id"]},"type":"array","x-ui-component":"array"},"duration":{"default":4,\
            "description":"The duration of the generated video in seconds.","enum":[4,8,12,16,20],"type":"integer",\
            "x-ui-component":"select"},"prompt":{"description":"The positive prompt for the generation.",\
            "type":"string"},"size":{"default":"720*1280","description":"The size of the generated media in pixels \
            (width*height).","enum":["720*1280","1280*720"],"type":"string","x-placeholder":"Select one",\
            "x-ui-component":"select"}},"required":["prompt"],"type":"object","x-order-properties":["prompt","size",\
            "duration","characters"]}}]}}""";

    private static Understudy understudy;
    private static Api api;

    @BeforeAll
    static void start() {
        understudy = Understudy.builder().start();
        api = new Api(understudy, "reader");
    }

    @AfterAll
    static void stop() {
        understudy.close();
    }

    @Test
    void theCatalogsRowsHaveTheSeenBytesAndTheCallersOwnServer() {
        Api.Answer answer = api.get("/api/v3/models", "X-Forwarded-Host", "sora.test", "X-Forwarded-Proto", "https");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.data()).hasSize(7);
        assertThat(answer.text())
                .startsWith("{\"code\":200,\"message\":\"success\",\"data\":[{")
                .contains(TEXT_TO_VIDEO_ROW);
    }

    @Test
    void theAnswerIsAFileThatTheCatalogSettingTakes(@TempDir Path folder) throws IOException {
        ObjectMapper json = new ObjectMapper();
        JsonNode rows = api.get("/api/v3/models").data();
        JsonNode videos = json.valueToTree(StreamSupport.stream(rows.spliterator(), false)
                .filter(row -> row.path("type").asText().endsWith("-to-video"))
                .toList());
        Path file = Files.write(folder.resolve("saved.json"), json.writeValueAsBytes(videos));

        try (Understudy again =
                Understudy.builder().with(Setting.CATALOG, file.toString()).start()) {
            assertThat(new Api(again, "reader").get("/api/v3/models").data()).hasSize(7);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            openai/sora-2/text-to-video     | {}                                       | 0.4
            openai/sora-2/text-to-video     | {"duration":20}                          | 2
            openai/sora-2/text-to-video-pro | {"size":"1024*1792"}                     | 2
            openai/sora-2-pro/image-to-video| {"resolution":"1080p","duration":12}     | 6
            openai/sora-2-pro/image-to-video| {"image":"x","prompt":"","seed":7}       | 1.2
            openai/sora-2/characters        | {}                                       | 0.001
            """)
    void aPriceCanBeAskedForBeforeTheInputIsComplete(String model, String inputs, String price) {
        String body = "{\"model_id\":\"%s\",\"inputs\":%s}".formatted(model, inputs);

        assertThat(api.post("/api/v3/model/price", body).text())
                .isEqualTo(("{\"code\":200,\"message\":\"success\",\"data\":{\"model_id\":\"%s\",\"price\":%s,"
                                + "\"discounted_price\":%s,\"currency\":\"USD\"}}")
                        .formatted(model, price, price));
        assertThat(api.post("/api/v3/model/pricing", body).text())
                .isEqualTo(("{\"code\":200,\"message\":\"success\",\"data\":{\"model_id\":\"%s\",\"unit_price\":%s,"
                                + "\"currency\":\"USD\"}}")
                        .formatted(model, price));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"model_id":"openai/sora-3"}                                              | 404 | model not found
            {}                                                                        | 400 | parameter model_id must be a non-empty string
            {"model_id":7}                                                            | 400 | parameter model_id must be a non-empty string
            {"model_id":"openai/sora-2/text-to-video","inputs":[]}                    | 400 | parameter inputs must be an object
            {"model_id":"openai/sora-2/text-to-video","inputs":{"duration":5}}        | 400 | parameter duration must be one of 4, 8, 12, 16, 20, got 5
            """)
    void aPriceOfNothingIsRefused(String body, int status, String message) {
        for (String path : new String[] {"/api/v3/model/price", "/api/v3/model/pricing"}) {
            Api.Answer answer = api.post(path, body);
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.json().path("message").asText()).isEqualTo(message);
        }
    }

    @Test
    void aRetiredServiceOffersNoModels() {
        try (Understudy retired = Understudy.builder().profile("retired").start()) {
            Api late = new Api(retired, "late");

            assertThat(late.get("/api/v3/models").text())
                    .isEqualTo("{\"code\":200,\"message\":\"success\",\"data\":[]}");
            assertThat(late.post("/api/v3/model/price", Map.of("model_id", "openai/sora-2/characters"))
                            .status())
                    .isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v3/models", "/api/v3/model/price"})
    void withoutAKeyNothingIsTold(String path) {
        String method = path.endsWith("price") ? "POST" : "GET";
        assertThat(api.anonymous(method, path, java.net.http.HttpRequest.BodyPublishers.ofString("{}"))
                        .status())
                .isEqualTo(401);
    }
}
