package dev.understudy.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.Api;
import dev.understudy.Understudy;
import dev.understudy.settings.Setting;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class BoundsTest {

    private static final String HOST = "Host: a\r\nAuthorization: Bearer any\r\n";
    private static final String FORM = "/api/v3/media/upload/binary";

    private Understudy understudy;
    private Api api;

    @BeforeEach
    void start() {
        understudy = Understudy.builder().with(Setting.MAX_CONNECTIONS, "16").start();
        api = new Api(understudy, "bounds");
    }

    @AfterEach
    void stop() {
        understudy.close();
    }

    @Test
    void aConnectionTooManyWaitsUntilAnotherHasEnded() throws IOException {
        List<RawCaller> silent = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            silent.add(caller().ask("GET", "/__understudy/live"));
            assertThat(silent.get(i).stream().read()).isEqualTo('H');
        }
        try (RawCaller next = caller()) {
            next.ask("GET", "/__understudy/live").patience(300);
            Assertions.assertThatExceptionOfType(SocketTimeoutException.class)
                    .isThrownBy(() -> next.stream().read());
            silent.get(7).close();
            next.patience(10_000);
            assertThat(next.stream().read()).isEqualTo('H');
        }
        for (RawCaller caller : silent) {
            caller.close();
        }
    }

    @Test
    void headsOverALimitAreRefusedAndTheConnectionClosed() throws IOException {
        String headers =
                IntStream.range(0, 300).mapToObj(i -> "X-" + i + ": y\r\n").collect(Collectors.joining());
        String query = IntStream.range(0, 1_100).mapToObj(i -> "p" + i + "=1").collect(Collectors.joining("&"));
        for (String head : List.of(
                "GET /api/v3/balance HTTP/1.1\r\n" + HOST + headers,
                "GET /api/v3/balance HTTP/1.1\r\n" + HOST + "X: " + "y".repeat(70_000) + "\r\n",
                "GET /api/v3/balance?" + query + " HTTP/1.1\r\n" + HOST,
                "GET /" + "y".repeat(70_000) + " HTTP/1.1\r\n" + HOST)) {
            assertThat(said(head + "\r\n")).startsWith("HTTP/1.1 400");
        }
        assertThat(api.get("/api/v3/balance").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\0\0\0\0",
                "GET\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: a\r\n\r\n",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                "POST /api/v3/balance HTTP/1.1\r\nHost: a\r\nContent-Length: -5\r\n\r\n",
                "POST /api/v3/balance HTTP/1.1\r\nHost: a\r\nContent-Length: 5x\r\n\r\nhello",
                "POST /api/v3/balance HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n",
                "POST /api/v3/predictions HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "POST /api/v3/predictions HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: x\r\nContent-Length: 3\r\n\r\n{}\n",
                "GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /api/v3/predictions?a=%zz HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /a\0b HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET http://[/ HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nX Y: z\r\n\r\n",
                "CONNECT example.com:80 HTTP/1.1\r\nHost: a\r\n\r\n"
            })
    void whatIsNoHttpIsNeverAMistakeOfOurs(String bytes) throws IOException {
        assertThat(said(bytes))
                .doesNotContain("HTTP/1.1 5")
                .doesNotContain("Exception")
                .doesNotContain("\tat ");
        assertThat(api.get("/api/v3/balance").status()).isEqualTo(200);
    }

    @Test
    void aThousandRequestsSentAheadAreAnsweredInTheirOrder() throws IOException {
        String first = "GET /api/v3/balance HTTP/1.1\r\n" + HOST + "\r\n";
        String second = "GET /nothing HTTP/1.1\r\n" + HOST + "\r\n";
        String last = "GET /nothing HTTP/1.1\r\nConnection: close\r\n" + HOST + "\r\n";
        try (RawCaller caller = caller()) {
            Thread sender = new Thread(() -> send(caller, (first + second).repeat(500) + last));
            sender.start();
            List<String> statuses = Pattern.compile("HTTP/1\\.1 (\\d{3})")
                    .matcher(caller.toTheEnd().text())
                    .results()
                    .map(status -> status.group(1))
                    .toList();

            List<String> expected = new ArrayList<>(Collections.nCopies(500, List.of("200", "404")).stream()
                    .flatMap(List::stream)
                    .toList());
            expected.add("404");
            assertThat(statuses).isEqualTo(expected);
        }
    }

    @Test
    void formsOverALimitAreTheCallersMistake() {
        String many = IntStream.range(0, 1_100)
                .mapToObj(i -> "--x\r\nContent-Disposition: form-data; name=\"f" + i + "\"\r\n\r\n1\r\n")
                .collect(Collectors.joining());
        String head = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n";
        assertThat(form(many + "--x--\r\n")).isEqualTo(400);
        assertThat(form(head + "X: " + "y".repeat(1 << 20) + "\r\n\r\n1\r\n--x--\r\n"))
                .isEqualTo(400);
        assertThat(form(head.replace("; filename=\"a\"", "")
                        + "Content-Type: text/plain; charset=no-such\r\n\r\n1\r\n--x--\r\n"))
                .isEqualTo(400);
        assertThat(form(head + "Content-Transfer-Encoding: base64\r\n\r\n=\u00ff*\r\n--x--\r\n"))
                .isLessThan(500);
        String prompt = "--x\r\nContent-Disposition: form-data; name=\"prompt\"\r\n\r\n";
        assertThat(api.send(
                                "POST",
                                "/v1/videos",
                                BodyPublishers.ofString(prompt + "y".repeat(5 << 20) + "\r\n--x--\r\n"),
                                "Content-Type",
                                "multipart/form-data; boundary=x")
                        .status())
                .isEqualTo(413);
    }

    @Test
    void partsWithoutANameAreNobodys() {
        assertThat(form("--x\r\nContent-Disposition: form-data\r\n\r\n1\r\n--x--\r\n"))
                .isEqualTo(400);
        assertThat(form("--x\r\nA: b\r\n\r\n1\r\n--x--\r\n")).isEqualTo(400);
    }

    @Test
    void anEncodedFormHasBoundsToo() {
        String fields = IntStream.range(0, 1_100).mapToObj(i -> "p" + i + "=1").collect(Collectors.joining("&"));

        assertThat(encoded(fields)).isEqualTo(400);
        assertThat(encoded("prompt=%zz&=&&a=%")).isEqualTo(400);
        assertThat(encoded("prompt=A+c%C3%A2t&seconds=4")).isEqualTo(200);
    }

    private int form(String body) {
        return api.send("POST", FORM, BodyPublishers.ofString(body), "Content-Type", "multipart/form-data; boundary=x")
                .status();
    }

    private int encoded(String body) {
        return api.send(
                        "POST",
                        "/v1/videos",
                        BodyPublishers.ofString(body),
                        "Content-Type",
                        "application/x-www-form-urlencoded")
                .status();
    }

    private String said(String bytes) throws IOException {
        try (RawCaller caller = caller()) {
            return caller.write(bytes).endOfRequests().toTheEnd().text();
        }
    }

    private static void send(RawCaller caller, String bytes) {
        try {
            caller.write(bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private RawCaller caller() throws IOException {
        return new RawCaller(understudy.baseUrl().getPort());
    }
}
