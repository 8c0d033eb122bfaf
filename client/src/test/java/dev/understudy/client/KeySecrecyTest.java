package dev.understudy.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static dev.understudy.client.StubService.CHARACTERS;
import static dev.understudy.client.StubService.ID;
import static dev.understudy.client.StubService.RESULT;
import static dev.understudy.client.StubService.prediction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.github.tomakehurst.wiremock.http.Fault;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A service that repeats the key wherever it can must not bring it into a log by way of this client. */
class KeySecrecyTest {
    private static final String KEY = "ck_canary_8f14e45fceea167a";
    private static final RetryPolicy TWICE =
            new RetryPolicy(2, Duration.ofMillis(1), Duration.ofMillis(1), 0, Duration.ZERO);

    @RegisterExtension
    final StubService service = new StubService();

    @RegisterExtension
    final StubService store = new StubService();

    private ClientBuilder builder() {
        return service.client(new TestClock()).apiKey(KEY).retries(TWICE).awaitTimeout(Duration.ofSeconds(2));
    }

    private WaveSpeedClient client() {
        return builder().build();
    }

    private void echo(String path, int status, String body) {
        service.answers(path, aResponse().withStatus(status).withBody(body));
    }

    @Test
    void no_failure_shows_the_key() {
        Map<String, ThrowingCallable> flows = new LinkedHashMap<>();
        String said = "{\"code\":401,\"message\":\"Invalid key " + KEY + "\",\"error_code\":\"" + KEY + "\"}";
        flows.put("refused", () -> get(401, said));
        flows.put("escaped", () -> get(401, said.replace("canary", "\\u0063anary")));
        flows.put("rate limited", () -> get(429, said));
        flows.put("code in a good status", () -> get(200, said));
        flows.put("html", () -> get(504, "<html>Bearer " + KEY + "</html>"));
        flows.put("cut at the key", () -> get(500, "x".repeat(290) + KEY));
        flows.put("split by tags", () -> get(500, "<b>" + KEY.substring(0, 9) + "</b>" + KEY));
        flows.put("not json", () -> get(200, KEY));
        flows.put("truncated json", () -> get(200, "{\"code\":200,\"data\":{\"id\":" + KEY));
        flows.put("failed job", () -> job("failed", KEY));
        flows.put("status word", () -> job(KEY, ""));
        flows.put("connection", this::reset);
        flows.put(
                "no service",
                () -> builder()
                        .baseUrl(URI.create("http://127.0.0.1:1"))
                        .build()
                        .get(ID));
        flows.put("key as id", () -> client().get(KEY));
        flows.put("key as model", () -> client().submit(KEY, Map.of()));
        flows.put("key with a line end", () -> builder().apiKey(KEY + "\n").build());
        flows.put("submit without id", this::submitWithoutId);
        flows.put("upload", this::upload);

        flows.forEach((name, flow) -> {
            Throwable thrown = catchThrowable(flow);
            assertThat(thrown).as(name).isNotNull();
            assertThat(printed(thrown)).as(name).doesNotContain(KEY).doesNotContain(KEY.substring(3));
        });
    }

    @Test
    void no_toString_shows_the_key() throws Exception {
        service.answers(RESULT, prediction("failed", "[]", ",\"error\":\"" + KEY + "\""));
        Prediction read = client().get(ID);

        assertThat(read + " " + Outcome.of(read)).doesNotContain(KEY);
        assertThat(client() + " " + builder() + " " + builder().settings()).doesNotContain(KEY);
    }

    @Test
    void the_key_goes_to_the_service_and_to_nobody_else() {
        catchThrowable(this::upload);

        assertThat(service.requests())
                .isNotEmpty()
                .allSatisfy(request ->
                        assertThat(request.getHeader("Authorization")).isEqualTo("Bearer " + KEY));
        assertThat(store.requests()).isNotEmpty().allSatisfy(request -> {
            assertThat(request.getUrl()).doesNotContain(KEY);
            assertThat(request.getHeaders().toString()).doesNotContain(KEY);
        });
    }

    private void get(int status, String body) throws InterruptedException {
        echo(RESULT, status, body);
        client().get(ID);
    }

    private void job(String word, String error) throws InterruptedException {
        service.answers(RESULT, prediction(word, "[]", ",\"error\":\"" + error + "\""));
        service.answers(CHARACTERS, prediction(word, "[]", ",\"error\":\"" + error + "\""));
        client().createCharacter(URI.create("https://c.example/a.mp4"), "Joe");
    }

    private void reset() throws InterruptedException {
        service.answers(CHARACTERS, aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        client().submit("openai/sora-2/characters", Map.of());
    }

    private void submitWithoutId() throws InterruptedException {
        echo(CHARACTERS, 200, "{\"data\":{\"" + KEY + "\":\"" + KEY + "\"}}");
        client().submit("openai/sora-2/characters", Map.of());
    }

    private void upload() throws InterruptedException {
        service.answers(
                "/api/v3/media/uploads",
                okJson("{\"data\":{\"download_url\":\"https://m.example/a.mp4\",\"upload\":{\"url\":\""
                        + store.url("/put") + "\",\"headers\":{\"Authorization\":\"Bearer " + KEY + "\",\"X-Key\":\""
                        + KEY + "\"}}}}"));
        store.answers("/put", aResponse().withStatus(403).withBody(KEY));
        client().upload(new byte[1], "a.mp4");
    }

    /** With its causes and its stack. */
    private static String printed(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text + thrown.toString();
    }
}
