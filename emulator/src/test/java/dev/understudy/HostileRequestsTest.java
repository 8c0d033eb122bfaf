package dev.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostileRequestsTest {

    private static Understudy understudy;
    private static Api api;

    @BeforeAll
    static void start() {
        understudy = Understudy.builder().start();
        api = new Api(understudy, "hostile");
    }

    @AfterAll
    static void stop() {
        understudy.close();
    }

    static Stream<byte[]> bodies() {
        return Stream.of(
                        "",
                        " ",
                        "null",
                        "true",
                        "7",
                        "{",
                        "}",
                        "{}{}",
                        "{\"video\":\"x\",\"name\":\"y\"",
                        "{'video':'x'}",
                        "{\"name\":NaN}",
                        "{\"name\":1e999999999}",
                        "[".repeat(100_000),
                        "{\"a\":".repeat(10_000),
                        "{\"name\":\"" + "\\u0000".repeat(50) + "\"}",
                        "{\"name\":\"\\ud800\"}",
                        "{\"video\":" + "9".repeat(5_000) + ",\"name\":\"x\"}",
                        "video=x&name=y",
                        "<xml/>")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void aBodyThatMakesNoSenseIsTheCallersMistake(byte[] body) {
        Api.Answer answer = api.send("POST", Api.CHARACTERS, BodyPublishers.ofByteArray(body));

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().path("code").asInt()).isEqualTo(400);
        assertThat(answer.json().path("message").asText()).isNotEmpty();
        assertThat(answer.bytes().length).isLessThan(300);
    }

    // All they take is optional: no body at all, or an object with other keys, asks for everything.
    private static final List<String> NOTHING_REQUIRED = List.of("/api/v3/predictions", "/api/v3/billings/search");

    static Stream<String> endpoints() {
        return Stream.of(
                Api.CHARACTERS,
                Api.TEXT_TO_VIDEO,
                "/api/v3/openai/sora-2/image-to-video-pro",
                "/api/v3/media/uploads",
                "/api/v3/media/upload/binary",
                "/api/v2/media/upload/binary",
                "/api/v3/predictions",
                "/api/v3/predictions/delete",
                "/api/v3/model/price",
                "/api/v3/model/pricing",
                "/api/v3/billings/search",
                "/api/v3/user/usage_stats");
    }

    /** Two hundred and more calls; each answer is held against the OpenAPI document as well. */
    @ParameterizedTest
    @MethodSource("endpoints")
    void nothingThatIsSentAnywhereIsAMistakeOfOurs(String path) {
        for (byte[] body : bodies().toList()) {
            for (String type : List.of("", "application/json", "text/plain", "multipart/form-data; boundary=x")) {
                Api.Answer answer = type.isEmpty()
                        ? api.send("POST", path, BodyPublishers.ofByteArray(body))
                        : api.send("POST", path, BodyPublishers.ofByteArray(body), "Content-Type", type);
                assertThat(answer.status())
                        .as("%s %s: %s", path, type, answer.text())
                        .isIn(NOTHING_REQUIRED.contains(path) ? List.of(200, 400) : List.of(400));
            }
        }
    }

    @Test
    void invalidUtf8IsTheCallersMistakeToo() {
        byte[] body = "{\"name\":\"??\",\"video\":\"x\"}".getBytes(StandardCharsets.UTF_8);
        body[9] = (byte) 0xC3;
        body[10] = (byte) 0x28;

        assertThat(api.send("POST", Api.CHARACTERS, BodyPublishers.ofByteArray(body))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aBodyOverTheLimitIsRefused() {
        byte[] body = new byte[(32 << 20) + 1];
        BodyPublisher inChunks = BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(body));

        for (BodyPublisher sent : List.of(BodyPublishers.ofByteArray(body), inChunks)) {
            Api.Answer answer = api.send("POST", Api.CHARACTERS, sent);
            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.text())
                    .isEqualTo("{\"code\":413,\"message\":\"the body is larger than the 33554432 bytes allowed\"}");
        }
    }

    @Test
    void aVeryLongPromptIsTakenButNotKeptWhole() {
        JsonNode job = api.run(Api.TEXT_TO_VIDEO, Map.of("prompt", "la ".repeat(1_000_000)));

        assertThat(job.path("status").asText()).isEqualTo("completed");
        String path = java.net.URI.create(job.path("outputs").path(0).asText()).getPath();
        assertThat(api.anonymous("GET", path, BodyPublishers.noBody()).bytes()).hasSizeLessThan(200_000);
    }

    @ParameterizedTest
    @MethodSource("strangePaths")
    void aPathThatMeansNothingIsNotFound(String path) {
        Api.Answer answer = api.get(path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().has("code") || answer.json().has("title")).isTrue();
    }

    static Stream<String> strangePaths() {
        return Stream.of(
                "/",
                "/api",
                "/api/v3",
                "/api/v3/",
                "/api/v3/predictions//result",
                "/api/v3/predictions/-1/result",
                "/api/v3/predictions/%00/result",
                "/api/v3/predictions/" + "9".repeat(4_000) + "/result",
                "/api/v3/predictions/a/b/result",
                "/api/v9/predictions/x/result",
                "/__understudy/nothing");
    }

    @Test
    void theKeyIsNowhereInTheJournalOrInAnAnswer() {
        String key = "ck_canary_5f2c9";
        Api canary = new Api(understudy, key);

        StringBuilder said = new StringBuilder();
        said.append(canary.post(Api.CHARACTERS, "{}").text());
        said.append(canary.post(Api.CHARACTERS, Map.of("video", "https://example.com/a.mp4", "name", "Joe"))
                .text());
        said.append(canary.get("/api/v3/predictions/none/result").text());
        said.append(canary.get("/nothing").text());
        said.append(canary.get("/__understudy/journal").text());
        assertThat(said.toString()).contains("wavespeed.submit").doesNotContain(key);
        assertThat(canary.get("/__understudy/journal?after=x").text())
                .isEqualTo("{\"status\":400,\"title\":\"after must be a number, 0 or more\",\"field\":\"after\"}");
    }
}
