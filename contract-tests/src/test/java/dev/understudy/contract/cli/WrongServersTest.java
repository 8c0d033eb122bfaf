package dev.understudy.contract.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kit against servers that are not this API, each in its own way. */
class WrongServersTest {
    private static final String HTML = "<!DOCTYPE html><title>Hello</title>";

    private final WireMockServer server =
            new WireMockServer(options().dynamicPort().dynamicHttpsPort().bindAddress("127.0.0.1"));
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path reports;

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void wrong_shapes_are_failures() throws IOException {
        answer(json(200, "{\"code\":200,\"message\":\"success\",\"data\":{\"id\":7,\"state\":\"done\"}}"));

        assertThat(run(plain())).isEqualTo(1);
        assertThat(outcomes()).contains("FAIL").doesNotContain("ERROR");
        assertThat(message("characters.create.accepted")).contains("\"state\":\"done\"");
    }

    @Test
    void success_in_html_is_a_failure() throws IOException {
        answer(aResponse()
                .withStatus(200)
                .withHeader("Content-Type", "text/html")
                .withBody(HTML));

        assertThat(run(plain())).isEqualTo(1);
        assertThat(outcomes()).contains("FAIL").doesNotContain("ERROR", "PASS");
        assertThat(message("auth.missing-key.rejected")).contains("HTTP 200 <!DOCTYPE html>");
    }

    @Test
    void a_gateway_that_answers_504_in_html_is_not_the_api() throws IOException {
        answer(aResponse()
                .withStatus(504)
                .withHeader("Content-Type", "text/html")
                .withBody(HTML));

        assertThat(run(plain())).isEqualTo(3);
        assertThat(outcomes()).containsOnly("ERROR");
        assertThat(out())
                .containsPattern("Could not look: \\d+ of the cases could not, first auth.empty-bearer.rejected: GET ")
                .contains("HTTP 504 text/html, which is not the API's own answer");
    }

    @Test
    void a_503_in_json_is_the_answer_of_a_stand_in_and_a_failure() throws IOException {
        answer(json(503, "{\"code\":503,\"message\":\"later\"}"));

        assertThat(run(plain(), "--filter", "auth.")).isEqualTo(1);
        assertThat(outcomes()).containsOnly("FAIL", "SKIPPED");
    }

    @Test
    void a_server_that_refuses_the_key_could_not_be_looked_at() throws IOException {
        answer(json(401, "{\"code\":401,\"message\":\"no\"}"));

        assertThat(run(plain(), "--provider", "wavespeed")).isEqualTo(3);
        assertThat(outcomes()).contains("PASS", "ERROR").doesNotContain("FAIL");
        assertThat(message("characters.create.accepted")).startsWith("The key is refused: ");
    }

    @Test
    void a_server_that_hangs_is_one_sentence() throws IOException {
        try (ServerSocket hanging = new ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
            String url = "http://127.0.0.1:" + hanging.getLocalPort();

            assertThat(run(url, "--timeout", "0.3s")).isEqualTo(3);
            assertThat(err()).isEqualToIgnoringNewLines(url + " takes a connection and answers nothing within 0.3 s.");
        }
    }

    @Test
    void a_server_that_begins_to_hang_is_given_up() throws IOException {
        answer(aResponse().withFixedDelay(5_000));
        server.stubFor(get(urlEqualTo("/")).willReturn(aResponse().withStatus(404)));

        assertThat(run(plain(), "--timeout", "0.2s")).isEqualTo(3);
        assertThat(outcomes()).containsOnly("ERROR");
        assertThat(out()).contains("got no answer: SocketTimeoutException").contains("Not asked any more, after 3");
        assertThat(server.getAllServeEvents()).hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void a_server_that_resets_connections_is_no_server() {
        answer(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

        assertThat(run(plain())).isEqualTo(3);
        assertThat(err()).startsWith(plain() + " does not speak HTTP: ");
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_one_sentence() {
        String url = "https://127.0.0.1:" + server.httpsPort();

        assertThat(run(url)).isEqualTo(3);
        assertThat(err().lines()).singleElement().asString().startsWith("No secure connection to " + url + ": ");
    }

    @Test
    void plain_http_to_a_secure_port_is_one_sentence() {
        String url = "http://127.0.0.1:" + server.httpsPort();

        assertThat(run(url)).isEqualTo(3);
        assertThat(err().lines()).singleElement().asString().startsWith(url);
    }

    private void answer(ResponseDefinitionBuilder response) {
        server.stubFor(any(anyUrl()).willReturn(response));
    }

    private static ResponseDefinitionBuilder json(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(body);
    }

    private String plain() {
        return "http://127.0.0.1:" + server.port();
    }

    private int run(String target, String... options) {
        List<String> arguments = new java.util.ArrayList<>(List.of("--target", target, "--out", reports.toString()));
        arguments.addAll(List.of(options));
        return new Main(printing(out), printing(err), Map.of(), Terminal.NONE).run(arguments);
    }

    private List<String> outcomes() throws IOException {
        return report().findValuesAsText("outcome");
    }

    private String message(String caseId) throws IOException {
        for (JsonNode entry : report().path("cases")) {
            if (entry.path("id").asText().equals(caseId)) {
                return entry.at("/runs/0/message").asText();
            }
        }
        throw new AssertionError("No case " + caseId);
    }

    private JsonNode report() throws IOException {
        return new JsonMapper()
                .readTree(reports.resolve("127.0.0.1-" + server.port() + "/report.json")
                        .toFile());
    }

    private static PrintStream printing(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
