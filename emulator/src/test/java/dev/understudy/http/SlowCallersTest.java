package dev.understudy.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.Api;
import dev.understudy.Understudy;
import dev.understudy.settings.Setting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** More callers than the server has threads stop in the middle of something; the next one is served as ever. */
@Timeout(60)
class SlowCallersTest {

    private static final int MANY = 100;
    private static final String KEY = "Authorization: Bearer slow\r\nHost: a\r\n";
    private static final String SUBMIT = "POST " + Api.TEXT_TO_VIDEO + " HTTP/1.1\r\n" + KEY;

    private final List<RawCaller> slow = new ArrayList<>();
    private Understudy understudy;
    private Api api;

    @BeforeEach
    void start() {
        understudy =
                Understudy.builder().with(Setting.REQUEST_TIMEOUT, "1500ms").start();
        api = new Api(understudy, "quick");
    }

    @AfterEach
    void stop() throws IOException {
        for (RawCaller caller : slow) {
            caller.close();
        }
        understudy.close();
    }

    @Test
    void heads() throws IOException {
        slowly(SUBMIT + "X-Unfinished: ye");

        assertThatOthersAreServed();
        assertThatTheSlowAreHungUpOn();
    }

    @Test
    void bodiesOfEveryKind() throws IOException {
        String upload = "POST /api/v3/media/upload/binary HTTP/1.1\r\n" + KEY;
        slowly(SUBMIT + "Content-Length: 1000\r\n\r\n{\"prompt\":");
        slowly(SUBMIT + "Content-Length: 30000000\r\n\r\n{\"prompt\":\"" + "x".repeat(100_000));
        slowly(SUBMIT + "Transfer-Encoding: chunked\r\n\r\n10\r\n{\"pro");
        slowly(upload + "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 900000\r\n\r\n--x\r\nA: b");
        slowly("POST /v1/videos HTTP/1.1\r\n" + KEY
                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 900\r\n\r\nprompt=");
        slowly("PUT " + place() + " HTTP/1.1\r\n" + KEY + "Content-Length: 900000\r\n\r\n" + "x".repeat(70_000));

        assertThatOthersAreServed();
        assertThatTheSlowAreHungUpOn();
    }

    @Test
    void answersThatNobodyTakes() throws IOException {
        String large = URI.create(api.upload("large.bin", new byte[8 << 20])).getPath();
        slowly("GET " + large + " HTTP/1.1\r\n" + KEY + "\r\n");

        assertThatOthersAreServed();
        assertThat(api.get(large).bytes()).hasSize(8 << 20);
        waitAsLongAsTheServerDoes();
        for (RawCaller caller : slow) {
            assertThat(caller.toTheEnd().text().length()).isLessThan(8 << 20);
        }
    }

    @Test
    void bodiesThatEndTooEarlyAreTheCallersMistake() throws IOException {
        for (int length : List.of(1_000, 900_000)) {
            try (RawCaller caller = new RawCaller(understudy.baseUrl().getPort())) {
                caller.write(SUBMIT + "Content-Length: " + length + "\r\n\r\n" + "x".repeat(length / 2))
                        .endOfRequests();
                assertThat(caller.toTheEnd().text()).doesNotContain("HTTP/1.1 5");
            }
        }
        assertThatOthersAreServed();
    }

    private void waitAsLongAsTheServerDoes() throws IOException {
        try (RawCaller another = new RawCaller(understudy.baseUrl().getPort()).write("GET")) {
            assertThat(another.stream().read()).isNegative();
        }
    }

    private String place() {
        return URI.create(api.post("/api/v3/media/uploads", Map.of("filename", "a.mp4", "size", 300_000))
                        .data()
                        .path("download_url")
                        .asText())
                .getPath();
    }

    private void slowly(String beginning) {
        IntStream.range(0, MANY).forEach(i -> {
            try {
                slow.add(new RawCaller(understudy.baseUrl().getPort()).write(beginning));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void assertThatOthersAreServed() {
        assertThat(api.get("/api/v3/balance").status()).isEqualTo(200);
        assertThat(api.post(Api.TEXT_TO_VIDEO, Map.of("prompt", "la ".repeat(100_000)))
                        .status())
                .isEqualTo(200);
        byte[] file = new byte[300_000];
        String url = api.upload("a.bin", file);
        assertThat(api.get(URI.create(url).getPath()).bytes()).isEqualTo(file);
        assertThat(api.send("PUT", place(), BodyPublishers.ofByteArray(file)).status())
                .isEqualTo(200);
    }

    private void assertThatTheSlowAreHungUpOn() throws IOException {
        for (RawCaller caller : slow) {
            assertThat(caller.toTheEnd().text()).isEmpty();
        }
    }
}
