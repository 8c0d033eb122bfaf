package dev.understudy.media.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.understudy.settings.Egress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class FetcherTest {

    @TempDir
    private Path folder;

    private final Queue<String> addresses = new ArrayDeque<>();
    private HttpServer host;

    @BeforeEach
    void start() throws IOException {
        host = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        host.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 6);
            exchange.getResponseBody().write("secret".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            exchange.close();
        });
        host.start();
    }

    @AfterEach
    void stop() {
        host.stop(0);
    }

    @Test
    void whatCameFromANameThatMovedMeanwhileIsThrownAway() throws Exception {
        addresses.add("169.254.169.254");

        assertThatThrownBy(() -> fetcher().fetch(place()))
                .isInstanceOf(UnreadableMediaException.class)
                .hasMessageContaining("moved to an address that egress 'private' does not reach");
        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void whatCameFromANameThatStayedIsKept() throws Exception {
        addresses.add("127.0.0.1");

        assertThat(fetcher().fetch(place())).hasContent("secret");
    }

    private URI place() {
        return URI.create("http://localhost:" + host.getAddress().getPort() + "/");
    }

    private Fetcher fetcher() {
        EgressPolicy policy = new EgressPolicy(
                Egress.PRIVATE, List.of(), name -> new InetAddress[] {InetAddress.getByName(addresses.remove())});
        return new Fetcher(policy, this::newFile, 1_000, Duration.ofSeconds(5));
    }

    private Path newFile() {
        try {
            return Files.createTempFile(folder, null, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
