package dev.understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.Understudy;
import dev.understudy.settings.Setting;
import dev.understudy.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What whoever starts and stops the process sees of it, a container engine for one. */
@Timeout(60)
class StartAndStopTest {

    private static final String CHARACTER = "{\"video\":\"https://example.com/a-3s.mp4\",\"name\":\"Joe\"}";

    private final int port = freePort();
    private Process server;

    @AfterEach
    void kill() {
        if (server != null) {
            server.destroyForcibly();
        }
    }

    @Test
    void warmingUpLeavesNothingBehind(@TempDir Path temporary) throws Exception {
        start(temporary);
        server.inputReader().readLine();

        try (Caller caller = new Caller(url(), "somebody");
                Understudy neverWarmedUp = Understudy.builder().port(0).seed(42).start();
                Caller other = new Caller(neverWarmedUp.baseUrl(), "somebody")) {
            assertThat(counted(caller)).isEqualTo(counted(other)).contains("understudy_build");
            assertThat(caller.get("/__understudy/journal").body()).contains("\"entries\":[]");
            assertThat(idOfAJob(caller)).isEqualTo(idOfAJob(other));
            assertThat(files(temporary)).hasSize(1);
        }
        stop();
        assertThat(files(temporary)).isEmpty();
    }

    @Test
    void toldToStopBeforeItIsReadyItEndsWithZeroAndLeavesNothing(@TempDir Path temporary) throws Exception {
        start(temporary);
        until(this::answersTheProbe);

        stop();

        assertThat(files(temporary)).isEmpty();
    }

    @Test
    void aCallThatIsUnderWayIsAnsweredBeforeItEnds(@TempDir Path temporary) throws Exception {
        start(temporary);
        server.inputReader().readLine();
        try (Socket slow = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String head = "POST /api/v3/openai/sora-2/characters HTTP/1.1\r\nHost: here\r\nAuthorization: Bearer k\r\n"
                    + "Expect: 100-continue\r\nContent-Type: application/json\r\nContent-Length: " + CHARACTER.length()
                    + "\r\n\r\n";
            send(slow, head);
            assertThat(received(slow, 25)).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
            try (Caller caller = new Caller(url(), "k")) {
                server.toHandle().destroy();
                until(() -> caller.get("/__understudy/live").status() == 503);
            }

            send(slow, CHARACTER);

            assertThat(received(slow, 15)).isEqualTo("HTTP/1.1 200 OK");
        }
        ends();
    }

    // Not even root can make a directory there.
    @EnabledOnOs(OS.LINUX)
    @Test
    void withoutAPlaceForFilesItRefusesUploadsAndDoesAllElse() throws Exception {
        start(Path.of("/proc/nowhere"));
        server.inputReader().readLine();
        try (Caller caller = new Caller(url(), "k")) {
            String form =
                    "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x.mp4\"\r\n\r\nx\r\n--b--\r\n";
            Caller.Answer refused = caller.call(
                    "POST",
                    "/api/v3/media/upload/binary",
                    "multipart/form-data; boundary=b",
                    form.getBytes(StandardCharsets.US_ASCII));
            assertThat(refused.status()).as(refused.body()).isEqualTo(503);
            assertThat(refused.body()).contains("it needs a temporary directory that it may write to");
            assertThat(idOfAJob(caller)).isNotEmpty();
        }
        stop();
    }

    @Test
    void itRehearsesEveryWireFormatWithoutAMistake() throws Exception {
        Program.Ended rehearsal = Program.with("rehearse").run();

        assertThat(rehearsal.errors()).isEmpty();
        assertThat(rehearsal.code()).isZero();
    }

    @Test
    void aProbeIsToldThatItIsStartingUntilItIsReady() throws Exception {
        boolean[] ready = {false};
        try (Understudy understudy = Understudy.start(Settings.defaults().with(Setting.PORT, "0"), () -> ready[0]);
                Caller caller = new Caller(understudy.baseUrl(), "k")) {
            assertThat(caller.get("/__understudy/ready").status()).isEqualTo(503);
            assertThat(caller.get("/__understudy/live").status()).isEqualTo(200);
            ready[0] = true;
            assertThat(caller.get("/__understudy/ready").status()).isEqualTo(200);
        }
    }

    private void start(Path temporary) {
        server = Program.with("--port", Integer.toString(port), "--seed", "42")
                .variable("JDK_JAVA_OPTIONS", "-Djava.io.tmpdir=" + temporary)
                .start();
    }

    private void stop() throws Exception {
        // Through the handle: destroying the process itself would close its output as well.
        server.toHandle().destroy();
        ends();
    }

    private void ends() throws Exception {
        assertThat(server.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(server.exitValue()).isZero();
    }

    private boolean answersTheProbe() {
        try (Caller caller = new Caller(url(), "k")) {
            return caller.get("/__understudy/ready").status() > 0;
        } catch (IOException e) {
            return false;
        }
    }

    private URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    private static String idOfAJob(Caller caller) throws IOException {
        String answer =
                caller.post("/api/v3/openai/sora-2/characters", CHARACTER).body();
        return answer.replaceAll(".*\"id\":\"([0-9a-f]{32})\".*", "$1");
    }

    private static String counted(Caller caller) throws IOException {
        return caller.get("/__understudy/metrics").body().replaceAll("heap_used_bytes \\S+", "");
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String received(Socket socket, int bytes) throws IOException {
        return new String(socket.getInputStream().readNBytes(bytes), StandardCharsets.US_ASCII);
    }

    /** The class has a time limit. */
    private static void until(Callable<Boolean> holds) throws Exception {
        while (!holds.call()) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("understudy-"))
                    .toList();
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
