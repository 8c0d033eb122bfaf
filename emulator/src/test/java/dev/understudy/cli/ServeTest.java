package dev.understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own. */
@Timeout(60)
class ServeTest {

    @Test
    void itPrintsOneJsonLineWhenReadyAnswersAndEndsWhenToldTo() throws Exception {
        Process server = start("serve", "--port", "0", "--seed", "42", "--log", "json");
        try (BufferedReader lines = server.inputReader()) {
            JsonNode ready = new ObjectMapper().readTree(lines.readLine());
            assertThat(ready.path("event").asText()).isEqualTo("ready");
            assertThat(ready.path("seed").asLong()).isEqualTo(42);
            assertThat(ready.path("pid").asLong()).isEqualTo(server.pid());

            String url = ready.path("url").asText();
            for (String probe : List.of("live", "ready")) {
                assertThat(get(url + "/__understudy/" + probe)).contains("{\"status\":\"" + probe + "\"");
            }
            Process health = start("health", "--port", ready.path("port").asText());
            assertThat(health.waitFor()).isZero();

            // Through the handle: destroying the process itself would close its output as well.
            server.toHandle().destroy();
            assertThat(server.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(server.exitValue()).isZero();
            assertThat(lines.readLine()).isNull();
        } finally {
            server.destroyForcibly();
        }
    }

    @Test
    void aPortThatIsTakenIsToldInASentenceAndEndsWithSixtyNine() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process server = start("--port", Integer.toString(taken.getLocalPort()));

            assertThat(server.waitFor()).isEqualTo(69);
            assertThat(server.errorReader().readLine())
                    .startsWith("understudy: cannot listen on 127.0.0.1:" + taken.getLocalPort())
                    .endsWith("choose another with --port, or 0 for any free one");
        }
    }

    @Test
    void aServerThatIsNotThereIsNotHealthy() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        assertThat(start("health", "--port", Integer.toString(free)).waitFor()).isEqualTo(1);
    }

    @Test
    void aWrongCallEndsWithSixtyFour() throws Exception {
        Process wrong = start("--pace", "quick");
        assertThat(wrong.waitFor()).isEqualTo(64);
        assertThat(wrong.errorReader().readLine())
                .isEqualTo("understudy: --pace (UNDERSTUDY_PACE): 'quick' is not one of fast, realistic");

        Process unknown = start("--port", "0", "--profile", "unstabel");
        assertThat(unknown.waitFor()).isEqualTo(64);
        assertThat(unknown.errorReader().readLine())
                .startsWith(
                        "understudy: --profile (UNDERSTUDY_PROFILE): there is no profile 'unstabel'; there are stable, ")
                .endsWith("; did you mean unstable?");
    }

    @Test
    void aCatalogThatCannotBeUsedIsToldInASentenceAndEndsWithOne(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("own.json"), "[{\"model_id\":\"acme/one\",\"base_price\":1}]");
        Process server = start("--port", "0", "--catalog", file.toString());

        assertThat(server.waitFor()).isEqualTo(1);
        assertThat(server.errorReader().lines())
                .containsExactly("understudy: the catalog " + file + " cannot be used: model acme/one:"
                        + " 'api_schema.api_schemas' has no entry of the type model_run");
    }

    private static Process start(String... arguments) {
        return Program.with(arguments).start();
    }

    private static String get(String url) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
