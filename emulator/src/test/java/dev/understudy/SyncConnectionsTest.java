package dev.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.journal.Entry;
import dev.understudy.settings.Pace;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Connections whose callers wait in sync mode: many of them, some that hang up, some that go on asking. */
class SyncConnectionsTest {

    private Understudy understudy;
    private Api api;

    @BeforeEach
    void start() {
        understudy = Understudy.builder().seed(1).pace(Pace.REALISTIC).start();
        api = new Api(understudy, "patient");
        api.sandbox().freeze();
    }

    @AfterEach
    void stop() {
        understudy.close();
    }

    @Test
    void aThousandCanWaitBecauseNoThreadWaitsWithThem() throws Exception {
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < 1_000; i++) {
                sockets.add(ask(VIDEO_REQUEST));
            }
            Waiting.until(() -> Waiting.total(api) == 1_000);
            assertThat(Thread.getAllStackTraces()).hasSizeLessThan(200);
            assertThat(api.get("/api/v3/predictions/none").status()).isEqualTo(404);

            api.sandbox().advance(Duration.ofSeconds(90));
            for (Socket socket : sockets) {
                assertThat(read(socket)).startsWith("HTTP/1.1 200 OK");
            }
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    @Test
    void whoeverHangsUpIsNotWaitedForAndTheJobGoesOn() throws Exception {
        Socket socket = ask(VIDEO_REQUEST);
        Waiting.until(() -> Waiting.total(api) == 1);
        socket.close();

        Waiting.until(() -> api.sandbox().journal().stream()
                .anyMatch(entry -> entry instanceof Entry.Call call && call.status() == 499));
        api.sandbox().advance(Duration.ofMinutes(5));
        assertThat(api.get("/api/v3/predictions/" + Waiting.newest(api))
                        .data()
                        .path("status")
                        .asText())
                .isEqualTo("completed");
    }

    @Test
    void aCallerThatSendsItsNextRequestMeanwhileGetsBothAnswers() throws Exception {
        try (Socket socket = ask(VIDEO_REQUEST)) {
            Waiting.until(() -> Waiting.total(api) == 1);
            socket.getOutputStream()
                    .write("GET /__understudy/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();

            api.sandbox().advance(Duration.ofSeconds(90));

            String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answers.split("HTTP/1.1 200 OK", -1)).hasSize(3);
            assertThat(answers).contains("\"code\":5004").contains("\"status\":\"live\"");
        }
    }

    @Test
    void twoRequestsInOnePacketGetTheirAnswersInOrder() throws Exception {
        try (Socket socket =
                ask(VIDEO_REQUEST + "GET /__understudy/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")) {
            Waiting.until(() -> Waiting.total(api) == 1);

            api.sandbox().advance(Duration.ofSeconds(90));

            String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answers.indexOf("\"code\":5004"))
                    .isPositive()
                    .isLessThan(answers.indexOf("\"status\":\"live\""));
        }
    }

    @Test
    void aConnectionServesOneWaitAfterAnother() throws Exception {
        try (Socket socket = ask(VIDEO_REQUEST)) {
            for (int i = 1; i <= 5; i++) {
                int jobs = i;
                Waiting.until(() -> Waiting.total(api) == jobs);
                api.sandbox().advance(Duration.ofSeconds(90));
                assertThat(read(socket)).contains("\"code\":5004");
                socket.getOutputStream().write(VIDEO_REQUEST.getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
            }
        }
    }

    private static final String BODY = "{\"prompt\":\"a\",\"enable_sync_mode\":true}";

    private static final String VIDEO_REQUEST = "POST " + Api.TEXT_TO_VIDEO
            + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer patient\r\nContent-Type: application/json\r\n"
            + "Content-Length: " + BODY.length() + "\r\n\r\n" + BODY;

    private Socket ask(String request) throws IOException {
        Socket socket = new Socket("127.0.0.1", understudy.baseUrl().getPort());
        socket.setSoTimeout(10_000);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    private static String read(Socket socket) throws IOException {
        byte[] some = new byte[8_192];
        StringBuilder read = new StringBuilder();
        while (!read.toString().endsWith("}}}")) {
            int length = socket.getInputStream().read(some);
            if (length < 0) {
                break;
            }
            read.append(new String(some, 0, length, StandardCharsets.UTF_8));
        }
        return read.toString();
    }
}
