package dev.understudy.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static dev.understudy.client.StubService.CHARACTERS;
import static dev.understudy.client.StubService.ID;
import static dev.understudy.client.StubService.RESULT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class BadAnswersTest {
    private static final String CALL = "GET " + RESULT + ": ";
    private static final RetryPolicy ONCE = new RetryPolicy(1, Duration.ZERO, Duration.ZERO, 0, Duration.ZERO);

    @RegisterExtension
    final StubService service = new StubService();

    private ClientBuilder client() {
        return service.client(new TestClock()).retries(ONCE);
    }

    private ApiException thrownFor(int status, String body) {
        service.answers(RESULT, aResponse().withStatus(status).withBody(body));
        return catchThrowableOfType(ApiException.class, () -> client().build().get(ID));
    }

    @Test
    void a_refusal_carries_status_code_words_and_id() {
        ApiException thrown = thrownFor(400, "{\"code\":400,\"message\":\"Insufficient credits. Please top up.\"}");

        assertThat(thrown).hasMessage(CALL + "HTTP 400: Insufficient credits. Please top up. (code 400)");
        assertThat(thrown.status()).isEqualTo(400);
        assertThat(thrown.code()).hasValue(400);
        assertThat(thrown.predictionId()).contains(ID);
        assertThat(thrown.retryAfter()).isEmpty();
    }

    @Test
    void an_error_code_and_a_bare_error_are_shown() {
        assertThat(thrownFor(403, "{\"code\":403,\"message\":\"No\",\"error_code\":\"ROLE\"}"))
                .hasMessage(CALL + "HTTP 403: No [ROLE] (code 403)");
        assertThat(thrownFor(400, "{\"error\":\"webhook and base64\"}"))
                .hasMessage(CALL + "HTTP 400: webhook and base64");
    }

    @Test
    void a_429_is_an_exception_of_its_own_whether_by_status_or_by_code() {
        assertThat(thrownFor(429, "{\"code\":429,\"message\":\"slow down\"}")).isInstanceOf(RateLimitedException.class);
        assertThat(thrownFor(200, "{\"code\":429,\"message\":\"slow down\"}")).isInstanceOf(RateLimitedException.class);
    }

    @Test
    void an_html_page_is_shown_without_its_tags() {
        ApiException thrown = thrownFor(
                504, "<html>\r\n<head><title>504 Gateway Time-out</title></head>\r\n<body>nginx</body>\r\n</html>");

        assertThat(thrown).hasMessage(CALL + "HTTP 504: 504 Gateway Time-out nginx");
        assertThat(thrown.code()).isEmpty();
    }

    @Test
    void a_long_page_is_cut() {
        assertThat(thrownFor(500, "x".repeat(100_000)).getMessage())
                .hasSizeLessThan(500)
                .endsWith("…");
    }

    @Test
    void an_empty_body_is_named_as_such() {
        assertThat(thrownFor(200, "")).hasMessage(CALL + "HTTP 200: no data in the answer: empty body");
        assertThat(thrownFor(502, "")).hasMessage(CALL + "HTTP 502: empty body");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\":200,\"message\":\"succ",
                "[]",
                "7",
                "null",
                "<p>hello</p>",
                "{\"code\":200}",
                "{\"code\":200,\"message\":\"success\",\"data\":null}",
                "{\"data\":[]}"
            })
    void a_good_status_without_readable_data_is_an_error(String body) {
        ApiException thrown = thrownFor(200, body);

        assertThat(thrown).hasMessageStartingWith(CALL + "HTTP 200: no data in the answer: ");
        assertThat(thrown).hasNoCause();
    }

    @Test
    void a_bad_code_inside_a_good_status_is_an_error() {
        ApiException thrown = thrownFor(200, "{\"code\":500,\"message\":\"Upload failed\",\"data\":{\"id\":\"x\"}}");

        assertThat(thrown).hasMessage(CALL + "HTTP 200: Upload failed (code 500)");
        assertThat(thrown.code()).hasValue(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"data\":{}}", "{\"data\":{\"id\":\"\"}}", "{\"data\":{\"id\":null}}"})
    void a_submit_answer_without_an_id_is_an_error(String body) {
        service.answers(CHARACTERS, okJson(body));

        assertThatThrownBy(() -> client().build().submit("openai/sora-2/characters", Map.of()))
                .isInstanceOf(ApiException.class)
                .hasMessageEndingWith("accepted, but the answer has no data.id");
    }

    @Test
    void a_redirect_is_not_followed() {
        service.answers(
                RESULT,
                aResponse()
                        .withStatus(302)
                        .withHeader("Location", service.url("/other").toString()));

        assertThatThrownBy(() -> client().build().get(ID)).hasMessageContaining("HTTP 302");
        assertThat(service.requests("/other")).isEmpty();
    }

    @Test
    void a_refused_connection_is_a_connection_error() throws IOException {
        int unused;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            unused = socket.getLocalPort();
        }
        WaveSpeedClient client =
                client().baseUrl(URI.create("http://127.0.0.1:" + unused)).build();

        assertThatThrownBy(() -> client.get(ID))
                .isInstanceOf(ConnectionException.class)
                .hasMessage(CALL + "no complete answer")
                .hasCauseInstanceOf(IOException.class);
    }

    @Test
    void a_body_that_stops_half_way_is_a_timeout_although_the_headers_came() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread half = new Thread(() -> answerHalf(server));
            half.start();
            WaveSpeedClient client = client().requestTimeout(Duration.ofMillis(300))
                    .baseUrl(URI.create("http://127.0.0.1:" + server.getLocalPort()))
                    .build();

            long begin = System.nanoTime();
            assertThatThrownBy(() -> client.get(ID))
                    .isInstanceOf(ConnectionException.class)
                    .hasMessage(CALL + "no complete answer in time");
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(4));
        }
    }

    /** Holds the connection open until the client lets go of it. */
    private static void answerHalf(ServerSocket server) {
        try (Socket socket = server.accept()) {
            OutputStream out = socket.getOutputStream();
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"code\":".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            socket.getInputStream().readAllBytes();
        } catch (IOException closed) {
            // The client hung up, which is the end of this exchange.
        }
    }

    @Test
    void a_body_shorter_than_announced_is_a_connection_error() {
        service.answers(
                RESULT, aResponse().withFault(com.github.tomakehurst.wiremock.http.Fault.MALFORMED_RESPONSE_CHUNK));

        assertThatThrownBy(() -> client().build().get(ID)).isInstanceOf(ConnectionException.class);
    }
}
