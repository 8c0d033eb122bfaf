package dev.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.settings.Setting;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ControlAccessTest {

    private static final String LEDGER = "/__understudy/ledger";
    private static final String TOKEN = "Understudy-Token";

    @Test
    void offLoopbackATokenIsDrawnAndWanted() {
        try (Understudy understudy = everywhere().start()) {
            Api api = new Api(understudy, "any");
            String token = understudy.controlToken().orElseThrow();

            assertThat(token).matches("[0-9a-f]{32}");
            assertThat(api.get(LEDGER).status()).isEqualTo(401);
            assertThat(api.get(LEDGER).json().path("title").asText())
                    .contains("Understudy-Token")
                    .doesNotContain(token);
            assertThat(api.get(LEDGER, TOKEN, token.substring(1)).status()).isEqualTo(401);
            assertThat(api.get(LEDGER, TOKEN, token + "0").status()).isEqualTo(401);
            assertThat(api.get(LEDGER, TOKEN, token).status()).isEqualTo(200);
        }
    }

    @Test
    void noTwoServersDrawTheSameTokenWhateverTheirSeed() {
        try (Understudy one = everywhere().seed(1).start();
                Understudy other = everywhere().seed(1).start()) {
            assertThat(one.controlToken()).isNotEqualTo(other.controlToken());
        }
    }

    @Test
    void whatProbesReadersAndSendersOfWebhooksAskStaysOpen() {
        try (Understudy understudy = everywhere().start()) {
            Api api = new Api(understudy, "any");

            for (String path : new String[] {"live", "ready", "openapi/wavespeed.json", "openapi/control.json"}) {
                assertThat(api.get("/__understudy/" + path).status()).as(path).isEqualTo(200);
            }
            assertThat(api.anonymous("POST", api.sandbox().inboxPath("jobs"), BodyPublishers.ofString("{}"))
                            .status())
                    .isEqualTo(204);
            assertThat(api.post(Api.TEXT_TO_VIDEO, Map.of("prompt", "Rain")).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void aTokenThatWasSetIsWantedOnLoopbackTooAndMakesUpForAnyName() {
        try (Understudy understudy =
                Understudy.builder().with(Setting.CONTROL_TOKEN, "s3cret").start()) {
            Api api = new Api(understudy, "any");

            assertThat(understudy.controlToken()).hasValue("s3cret");
            assertThat(api.get(LEDGER).status()).isEqualTo(401);
            assertThat(api.get(LEDGER, TOKEN, "s3cret").status()).isEqualTo(200);
            assertThat(api.get(LEDGER, TOKEN, "s3cret", "Origin", "https://ci.example.com")
                            .status())
                    .isEqualTo(200);
            assertThat(asked(understudy, "ci.example.com", "Understudy-Token: s3cret"))
                    .startsWith("HTTP/1.1 200");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST:8080",
                "127.0.0.1:1",
                "10.1.2.3",
                "[::1]:8080",
                "understudy:8080",
                "app.localhost",
                "host.docker.internal:8080"
            })
    void onLoopbackAnyNameThatNobodyCanRegisterWillDo(String host) {
        try (Understudy understudy = Understudy.builder().start()) {
            assertThat(understudy.controlToken()).isEmpty();
            assertThat(asked(understudy, host, "Accept: */*")).startsWith("HTTP/1.1 200");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:8080",
                "127.0.0.1.evil.example",
                "localhost.evil.example",
                "127.0.0.1.nip.io",
                "a b",
                "evil.example:80:80",
                "\u00e9vil"
            })
    void aNameThatCanBeBentToPointHereIsRefused(String host) {
        try (Understudy understudy = Understudy.builder().start()) {
            assertThat(asked(understudy, host, "Accept: */*")).matches("(?s)HTTP/1.1 40[03] .*");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:PORT, 200",
        "http://LOCALHOST:PORT, 200",
        "https://localhost:PORT, 200",
        "http://localhost:1, 403",
        "http://127.0.0.1:PORT, 403",
        "https://evil.example, 403",
        "null, 403",
        "'', 403"
    })
    void aPageOfAnotherOriginIsRefused(String origin, int status) {
        try (Understudy understudy = Understudy.builder().start()) {
            String port = Integer.toString(understudy.baseUrl().getPort());
            String host = "localhost:" + port;

            assertThat(asked(understudy, host, "Origin: " + origin.replace("PORT", port)))
                    .startsWith("HTTP/1.1 " + status);
        }
    }

    @Test
    void theEmulatedApiIsNobodysBusinessHere() {
        try (Understudy understudy = Understudy.builder().start()) {
            assertThat(new Api(understudy, "any")
                            .send("GET", "/api/v3/balance", BodyPublishers.noBody(), "Origin", "https://a.example")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void aMethodThatIsNotServedIsToldFromAPathThatIsNot() {
        try (Understudy understudy = Understudy.builder().start()) {
            Api api = new Api(understudy, "any");

            Api.Answer method = api.send("PUT", "/__understudy/inbox/jobs", BodyPublishers.noBody());
            assertThat(method.status()).isEqualTo(405);
            assertThat(method.header("Allow")).isEqualTo("DELETE, GET");
            assertThat(method.text()).contains("served with DELETE and GET, not with PUT");

            Api.Answer path = api.get("/__understudy/jurnal?after=1");
            assertThat(path.status()).isEqualTo(404);
            assertThat(path.text()).contains("did you mean /__understudy/journal?");
            assertThat(api.get("/__understudy/inbx/mine").text()).contains("/__understudy/inbox/mine?");
            assertThat(api.get("/__understudy/nothing").text()).doesNotContain("did you mean");

            Api.Answer emulated = api.send("PUT", "/api/v3/balance", BodyPublishers.noBody());
            assertThat(emulated.status()).isEqualTo(404);
            assertThat(api.get("/api/v2/predictons/x/result").header("Understudy-Why"))
                    .contains("/api/v2/predictions/x/result?");
        }
    }

    private static Understudy.Builder everywhere() {
        return Understudy.builder().with(Setting.HOST, "0.0.0.0");
    }

    /** What a browser may set and Java's client may not. */
    private static String asked(Understudy understudy, String host, String header) {
        String request = "GET " + LEDGER + " HTTP/1.1\r\nHost: " + host + "\r\nAuthorization: Bearer any\r\n" + header
                + "\r\nConnection: close\r\n\r\n";
        try (Socket socket = new Socket("127.0.0.1", understudy.baseUrl().getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            InputStream answer = socket.getInputStream();
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
