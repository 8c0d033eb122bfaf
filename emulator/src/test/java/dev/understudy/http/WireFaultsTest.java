package dev.understudy.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class WireFaultsTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    private FaultyHost host;

    @BeforeEach
    void start() throws IOException {
        host = new FaultyHost(folder);
    }

    @AfterEach
    void stop() {
        host.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "nothing", "later", "costly", "memory", "disk"})
    void aResetIsAResetAndNothingElseWhateverTheAnswer(String kind) throws Exception {
        for (int i = 0; i < 50; i++) {
            RawCaller.Seen seen = raw("GET", "/t/" + kind + "/reset");
            assertThat(seen.reset()).isTrue();
            assertThat(seen.text()).isEmpty();
        }
        assertThat(host.carriedOut).hasValue(50);
        assertThatThrownBy(() -> get("/t/" + kind + "/reset"))
                .isInstanceOf(IOException.class)
                .rootCause()
                .isInstanceOf(SocketException.class)
                .hasMessage("Connection reset");
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "nothing", "later", "costly", "memory", "disk"})
    void anEmptyReplyIsAnEndWithoutAByte(String kind) throws Exception {
        for (int i = 0; i < 50; i++) {
            RawCaller.Seen seen = raw("GET", "/t/" + kind + "/empty");
            assertThat(seen.reset()).isFalse();
            assertThat(seen.text()).isEmpty();
        }
        assertThatThrownBy(() -> get("/t/" + kind + "/empty"))
                .isInstanceOf(IOException.class)
                .hasRootCauseInstanceOf(EOFException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "later", "costly", "memory", "disk"})
    void aTruncatedAnswerPromisesAllAndGivesHalf(String kind) throws Exception {
        String whole = whole(kind);
        RawCaller.Seen seen = raw("GET", "/t/" + kind + "/truncated");

        assertThat(seen.text())
                .startsWith("HTTP/1.1 200 OK\r\n")
                .contains("Content-Length: " + whole.length() + "\r\n");
        assertThat(seen.body()).isEqualTo(whole.substring(0, whole.length() / 2));
        assertThat(seen.reset()).isFalse();
        assertThatThrownBy(() -> get("/t/" + kind + "/truncated"))
                .isInstanceOf(IOException.class)
                .hasRootCauseInstanceOf(EOFException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "later", "costly", "memory", "disk"})
    void aMalformedAnswerHasItsHeadAndItsLengthButNotItsMeaning(String kind) throws Exception {
        String whole = whole(kind);
        HttpResponse<byte[]> answer = get("/t/" + kind + "/malformed");
        HttpResponse<byte[]> again = get("/t/" + kind + "/malformed");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .isEqualTo(get("/t/" + kind + "/none").headers().firstValue("Content-Type"));
        assertThat(answer.body()).hasSize(whole.length()).isEqualTo(again.body());
        String text = new String(answer.body(), StandardCharsets.ISO_8859_1);
        assertThat(text).startsWith(whole.substring(0, whole.length() / 2));
        assertThat(text.substring(whole.length() / 2).chars().allMatch(one -> one >= 0x80))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "later", "costly", "memory", "disk"})
    void aDribbledAnswerIsWholeAndTakesItsTime(String kind) throws Exception {
        long began = System.nanoTime();
        RawCaller caller = new RawCaller(host.port()).ask("GET", "/t/" + kind + "/dribble", "Connection: close");
        assertThat(caller.stream().read()).isEqualTo('H');
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(FaultyHost.A_WHILE);

        assertThat(caller.toTheEnd().body()).isEqualTo(whole(kind));
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(FaultyHost.A_WHILE.minusMillis(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "nothing", "later", "costly", "memory", "disk"})
    void aDelayedAnswerIsSoundAndComesLater(String kind) throws Exception {
        long began = System.nanoTime();
        HttpResponse<byte[]> answer = get("/t/" + kind + "/delay");

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(FaultyHost.A_WHILE.minusMillis(5));
        assertThat(answer.body()).isEqualTo(get("/t/" + kind + "/none").body());
        assertThat(host.carriedOut).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"malformed", "dribble", "delay"})
    void afterAFaultThatLeavesAConnectionOpenItServesOn(String fault) throws Exception {
        try (RawCaller caller = new RawCaller(host.port())) {
            caller.ask("GET", "/t/json/" + fault);
            caller.ask("GET", "/t/memory/" + fault);
            caller.ask("GET", "/t/nothing/" + fault);
            RawCaller.Seen seen =
                    caller.ask("GET", "/t/json/none", "Connection: close").toTheEnd();
            assertThat(seen.text().split("HTTP/1.1 20[04]", -1)).hasSize(5);
            assertThat(seen.text()).endsWith(FaultyHost.JSON);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"reset", "empty", "truncated"})
    void whatWasSentAheadOnAConnectionThatIsClosedIsNotCarriedOut(String fault) throws Exception {
        try (RawCaller caller = new RawCaller(host.port())) {
            caller.askAtOnce("/t/json/none", "/t/json/" + fault, "/t/json/none");
            RawCaller.Seen seen = caller.toTheEnd();
            assertThat(seen.reset()).isEqualTo(fault.equals("reset"));
            if (!seen.reset()) {
                assertThat(seen.text().split("HTTP/1.1 200", -1)).hasSize(fault.equals("truncated") ? 3 : 2);
            }
        }
        assertThat(host.carriedOut).hasValue(2);
    }

    @Test
    void anUploadIsTakenBeforeItsAnswerIsSpoiled() throws Exception {
        for (String fault : List.of("reset", "empty", "truncated", "malformed", "dribble", "delay")) {
            HttpRequest put = HttpRequest.newBuilder(uri("/t/json/" + fault))
                    .PUT(HttpRequest.BodyPublishers.ofByteArray(new byte[3_000_000]))
                    .build();
            try {
                assertThat(HTTP.send(put, BodyHandlers.ofByteArray()).body()).hasSize(FaultyHost.JSON.length());
            } catch (IOException e) {
                assertThat(fault).isIn("reset", "empty", "truncated");
            }
        }
        assertThat(host.carriedOut).hasValue(6);
    }

    @ParameterizedTest
    @CsvSource({"truncated, 50", "malformed, 100", "dribble, 100"})
    void aRangeOfAFileIsSpoiledLikeTheWhole(String fault, int percent) throws Exception {
        for (String kind : List.of("memory", "disk")) {
            RawCaller.Seen seen = raw("GET", "/t/" + kind + "/" + fault, "Range: bytes=1000-200999");
            assertThat(seen.text()).startsWith("HTTP/1.1 206 ").contains("Content-Length: 200000\r\n");
            assertThat(seen.body()).hasSize(2_000 * percent);
            byte[] start = seen.body().substring(0, 100_000).getBytes(StandardCharsets.ISO_8859_1);
            assertThat(start).isEqualTo(Arrays.copyOfRange(host.film, 1_000, 101_000));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"truncated", "malformed", "dribble", "delay"})
    void anAnswerWithoutABodyComesAsItIs(String fault) throws Exception {
        assertThat(raw("HEAD", "/t/json/" + fault).text())
                .startsWith("HTTP/1.1 200 OK\r\n")
                .contains("Content-Length: " + FaultyHost.JSON.length() + "\r\n")
                .endsWith("\r\n\r\n");
        assertThat(raw("GET", "/t/nothing/" + fault).text())
                .startsWith("HTTP/1.1 204 ")
                .endsWith("\r\n\r\n");
    }

    @Test
    void whoeverDoesNotWaitForADelayedAnswerIsForgotten() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri("/t/json/never"))
                .timeout(Duration.ofMillis(100))
                .build();
        assertThatThrownBy(() -> HTTP.send(request, BodyHandlers.ofByteArray()))
                .isInstanceOf(HttpTimeoutException.class);

        assertThat(get("/t/json/none").statusCode()).isEqualTo(200);
    }

    /** curl's words for them: 56 for a reset, 52 for an empty reply, 18 for a file that came in part. */
    @ParameterizedTest
    @CsvSource({"reset, 56", "empty, 52", "truncated, 18", "malformed, 0", "dribble, 0", "delay, 0"})
    @EnabledIf("curlIsInstalled")
    void curlEndsWithTheCodeOfTheFault(String fault, int code) throws Exception {
        for (String kind : List.of("json", "disk")) {
            Process curl =
                    new ProcessBuilder("curl", "-s", "-o", "/dev/null", uri("/t/" + kind + "/" + fault) + "").start();
            assertThat(curl.waitFor()).isEqualTo(code);
        }
    }

    static boolean curlIsInstalled() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "curl")));
    }

    private String whole(String kind) {
        return kind.equals("memory") || kind.equals("disk")
                ? new String(host.film, StandardCharsets.ISO_8859_1)
                : FaultyHost.JSON;
    }

    private RawCaller.Seen raw(String method, String path, String... headers) throws IOException {
        String[] all = Arrays.copyOf(headers, headers.length + 1);
        all[headers.length] = "Connection: close";
        try (RawCaller caller = new RawCaller(host.port())) {
            return caller.ask(method, path, all).toTheEnd();
        }
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofByteArray());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + host.port() + path);
    }
}
