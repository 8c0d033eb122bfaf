package dev.understudy.contract.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import dev.understudy.contract.evidence.Auth;
import dev.understudy.contract.evidence.Body;
import dev.understudy.contract.evidence.Exchange;
import dev.understudy.contract.target.ApiKey;
import dev.understudy.contract.target.Pacing;
import dev.understudy.contract.target.Target;
import dev.understudy.contract.target.TargetException;
import dev.understudy.contract.target.TargetKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What leaves the kit, and what comes in. Two servers repeat the Authorization header that they got. */
class WireTest {
    private static final ApiKey KEY = ApiKey.from(Map.of("CONTRACT_API_KEY", "a-secret"), TargetKind.EMULATOR)
            .orElseThrow();

    private final List<String> received = new ArrayList<>();
    private HttpServer server;
    private HttpServer otherServer;
    private Api api;

    @BeforeEach
    void start() throws IOException {
        server = echo();
        otherServer = echo();
        Target target = new Target(url(server), KEY, ApiKey.random(), Pacing.IN_PROCESS, () -> {});
        api = new Workbench(target).forCase("wire.test");
    }

    @AfterEach
    void stop() {
        server.stop(0);
        otherServer.stop(0);
    }

    @Test
    void the_key_goes_to_the_target_and_is_taken_out_of_its_answer() {
        Answer answer = api.result("1");

        assertThat(received).containsExactly("Bearer a-secret");
        assertThat(answer.text()).contains("Bearer <the key>");
        assertThat(answer.header("X-Echo")).isEqualTo("Bearer <the key>");
        assertThat(answer.toString()).doesNotContain("a-secret");
    }

    @Test
    void the_key_goes_to_no_other_host() {
        api.get(url(otherServer) + "/file.mp4");

        assertThat(received).containsExactly("none");
    }

    @Test
    void each_credential_is_what_it_says() {
        api.as(Credential.NONE).result("1");
        api.as(Credential.EMPTY_BEARER).result("1");
        api.as(Credential.BASIC_SCHEME).result("1");
        api.as(Credential.OTHER_KEY).result("1");
        api.as(Credential.OWN_API_KEY).result("1");

        assertThat(received.get(4)).isEqualTo("none, but a-secret");
        assertThat(received.subList(0, 2)).containsExactly("none", "Bearer");
        assertThat(received.get(2)).startsWith("Basic ");
        assertThat(received.get(3)).startsWith("Bearer contract-");
    }

    @Test
    void a_url_of_the_real_service_is_not_followed() {
        assertThatThrownBy(() -> api.get("https://api.wavespeed.ai/api/v3/predictions/1/result"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("real service");
    }

    @Test
    void a_redirect_is_an_answer_like_any_other() {
        Answer answer = api.get("/redirect");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(received).hasSize(1);
    }

    @Test
    void no_answer_is_not_the_fault_of_the_contract() {
        server.stop(0);

        assertThatThrownBy(() -> api.result("1")).isInstanceOf(TargetException.class);
    }

    @Test
    void a_request_that_got_lost_is_not_sent_again() throws IOException {
        AtomicInteger connections = new AtomicInteger();
        try (ServerSocket rude = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread hangsUp = new Thread(() -> hangUp(rude, connections));
            hangsUp.start();
            Target target = new Target(
                    URI.create("http://127.0.0.1:" + rude.getLocalPort()), KEY, KEY, Pacing.IN_PROCESS, () -> {});
            Api asking = new Workbench(target).forCase("wire.test");

            assertThatThrownBy(() -> asking.result("1")).isInstanceOf(TargetException.class);
            assertThatThrownBy(() -> asking.submit(Api.CHARACTERS, Map.of())).isInstanceOf(TargetException.class);
            assertThat(connections).hasValue(2);
        }
    }

    @Test
    void the_real_service_is_sent_nothing_without_a_guard() {
        Target real = new Target(URI.create("https://api.wavespeed.ai"), KEY, KEY, Pacing.IN_PROCESS, () -> {});

        assertThatThrownBy(() -> new Workbench(real).forCase("wire.test").result("1"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("without a spend guard");
    }

    @Test
    void what_is_shared_and_cannot_be_made_is_not_tried_again() {
        assertThatThrownBy(() -> api.urlOf(Clip.TWO_SECONDS)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> api.urlOf(Clip.TWO_SECONDS)).isInstanceOf(AssertionError.class);

        assertThat(received).hasSize(1);
    }

    @Test
    void what_was_said_is_on_the_tape_without_the_key() {
        Workbench bench = new Workbench(new Target(url(server), KEY, ApiKey.random(), Pacing.IN_PROCESS, () -> {}));
        bench.forCase("wire.test").as(Credential.NONE).result("1?x=y");
        bench.forCase("wire.test").submitText("m", "text/plain", "say a-secret");

        assertThat(bench.tape().exchanges().get(0).request())
                .isEqualTo(new Exchange.Request(
                        "GET", "/api/v3/predictions/1?x=y/result", Auth.NONE, Map.of(), new Body.None()));
        assertThat(bench.tape().exchanges().get(1).request())
                .isEqualTo(new Exchange.Request(
                        "POST",
                        "/api/v3/m",
                        Auth.BEARER,
                        Map.of("content-type", "text/plain"),
                        new Body.Text("say <the key>")));
        assertThat(bench.tape().exchanges().toString()).doesNotContain("a-secret");
        assertThat(bench.tape().sanitizers()).contains("S00");
    }

    @Test
    void a_key_in_a_header_of_its_own_is_a_key() {
        Workbench bench = new Workbench(new Target(url(server), KEY, ApiKey.random(), Pacing.IN_PROCESS, () -> {}));

        Requests requests = new Requests(bench.forCase("wire.test"), "/v1").as(Credential.OWN_API_KEY);
        Answer answer = requests.with("X-Request-Id", "mine")
                .post("/form", Form.empty().text("name", "Joe").bytes("video", Clip.TWO_SECONDS));

        assertThat(answer.text()).isEqualTo("none, but <the key>");
        Exchange.Request asked = bench.tape().exchanges().get(0).request();
        assertThat(asked.path()).isEqualTo("/v1/form");
        assertThat(asked.auth()).isEqualTo(Auth.API_KEY);
        assertThat(asked.headers()).isEqualTo(Map.of("content-type", "multipart/form-data"));
        assertThat(((Body.Parts) asked.body()).parts())
                .extracting(Body.Part::name, Body.Part::filename, Body.Part::contentType)
                .containsExactly(
                        Assertions.tuple("name", "", "text/plain"),
                        Assertions.tuple("video", "", "application/octet-stream"));
    }

    private static void hangUp(ServerSocket rude, AtomicInteger connections) {
        try {
            while (true) {
                try (Socket socket = rude.accept()) {
                    assertThat(socket.isConnected()).isTrue();
                    connections.incrementAndGet();
                }
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    @Test
    void names_differ_between_cases_and_stay_the_same_within_one() {
        Workbench bench = new Workbench(new Target(url(server), KEY, KEY, Pacing.IN_PROCESS, () -> {}));

        assertThat(bench.forCase("a.one").uniqueName("Joe"))
                .isEqualTo(bench.forCase("a.one").uniqueName("Joe"))
                .isNotEqualTo(bench.forCase("a.two").uniqueName("Joe"))
                .startsWith("contract-Joe-");
    }

    private HttpServer echo() throws IOException {
        HttpServer echo = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        echo.createContext("/", exchange -> {
            String sent = sent(exchange.getRequestHeaders());
            received.add(sent);
            exchange.getResponseHeaders().set("X-Echo", sent);
            exchange.getResponseHeaders().set("Location", url(otherServer) + "/elsewhere");
            byte[] body = sent.getBytes(StandardCharsets.UTF_8);
            boolean redirect = exchange.getRequestURI().getPath().equals("/redirect");
            exchange.sendResponseHeaders(redirect ? 302 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        echo.start();
        return echo;
    }

    private static String sent(Headers headers) {
        String authorization =
                headers.getOrDefault("Authorization", List.of("none")).get(0);
        return headers.containsKey("X-API-Key")
                ? authorization + ", but " + headers.getFirst("X-API-Key")
                : authorization;
    }

    private static URI url(HttpServer server) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }
}
