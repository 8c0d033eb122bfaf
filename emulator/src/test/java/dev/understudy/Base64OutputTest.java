package dev.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.settings.Progression;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Base64OutputTest {

    private static Understudy understudy;
    private static Api api;

    @BeforeAll
    static void start() {
        understudy = Understudy.builder().progression(Progression.immediate()).start();
        api = new Api(understudy, "inline");
    }

    @AfterAll
    static void stop() {
        understudy.close();
    }

    @Test
    void aVideoStandsInThePollAsTheBytesThatAListHasTheUrlOf() {
        JsonNode job = api.run(Api.TEXT_TO_VIDEO, Map.of("prompt", "a", "enable_base64_output", true));

        String output = job.path("outputs").path(0).asText();
        assertThat(output).matches("[A-Za-z0-9+/]+=*");
        String url = api.get("/api/v3/predictions")
                .data()
                .path("items")
                .path(0)
                .path("outputs")
                .path(0)
                .asText();
        byte[] file = api.anonymous("GET", URI.create(url).getPath(), BodyPublishers.noBody())
                .bytes();
        assertThat(Base64.getDecoder().decode(output)).isEqualTo(file).hasSizeGreaterThan(1_000);
        assertThat(job.path("has_nsfw_contents").toString()).isEqualTo("[false]");
    }

    @Test
    void syncModeAnswersWithBase64Too() {
        Map<String, Object> both = Map.of("prompt", "a", "enable_base64_output", true, "enable_sync_mode", true);

        JsonNode answered = api.post(Api.TEXT_TO_VIDEO, both).data();
        assertThat(answered.path("status").asText()).isEqualTo("completed");
        assertThat(Base64.getDecoder().decode(answered.path("outputs").path(0).asText()))
                .startsWith(0, 0, 0);
    }

    @Test
    void aCharacterIsTheSameObjectEitherWay() {
        JsonNode job = api.run(
                Api.CHARACTERS,
                Map.of("video", "https://example.com/a.mp4", "name", "Joe", "enable_base64_output", true));

        assertThat(job.path("outputs").path(0).path("name").asText()).isEqualTo("Joe");
    }

    @Test
    void aDeletedJobHasNoBase64Either() {
        String id = api.run(Api.TEXT_TO_VIDEO, Map.of("prompt", "a", "enable_base64_output", true))
                .path("id")
                .asText();
        api.post("/api/v3/predictions/delete", Map.of("ids", List.of(id)));

        assertThat(api.get("/api/v3/predictions/" + id).data().path("outputs")).isEmpty();
    }

    @Test
    void aWebhookCannotCarryBase64() {
        long before = total();

        Api.Answer refused = api.post(
                Api.TEXT_TO_VIDEO + "?webhook=https%3A%2F%2Fexample.com%2Fhook",
                Map.of("prompt", "a", "enable_base64_output", true));
        assertThat(refused.text())
                .isEqualTo("{\"error\":\"webhook callback does not support base64 output, please use the normal API"
                        + " to use base64 output\"}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(total()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"true\"", "1", "[true]"})
    void base64IsTrueOrFalse(String value) {
        assertThat(api.post(Api.TEXT_TO_VIDEO, "{\"prompt\":\"a\",\"enable_base64_output\":" + value + "}")
                        .text())
                .isEqualTo("{\"code\":400,\"message\":\"parameter enable_base64_output must be true or false\"}");
    }

    private static long total() {
        return api.get("/api/v3/predictions").data().path("total").asLong();
    }
}
