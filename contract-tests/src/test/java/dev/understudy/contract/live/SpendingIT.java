package dev.understudy.contract.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.understudy.Understudy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the kit spends on a stand-in for the real service, in processes that can be killed. */
class SpendingIT {
    private static final String[] PAID = {
        "--target", "stand-in", "--filter", "characters.clip.", "--poll-interval", "0.02s"
    };

    @TempDir
    private Path folder;

    @Test
    void a_killed_run_has_spent_what_it_has_spent() throws Exception {
        try (Understudy understudy = Understudy.builder().port(0).start()) {
            Kit kit = new Kit(folder).at(understudy.baseUrl()).budget("0.002");
            Process killed = kit.with(StandInLive.GAP, "PT0.2S").start(folder.resolve("killed.txt"), PAID);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> jobs(understudy, kit) >= 1);
            boolean wasAlive = killed.isAlive();
            killed.destroyForcibly().waitFor();

            Kit.Finished second = kit.with(StandInLive.GAP, "PT0S").run(PAID);
            Kit.Finished third = kit.run(PAID);

            assertThat(wasAlive).as("killed in the middle").isTrue();
            assertThat(jobs(understudy, kit)).isEqualTo(2);
            assertThat(Files.readAllLines(kit.ledger())).hasSize(2);
            assertThat(second.count("SKIPPED")).isPositive();
            assertThat(third.output()).contains("No case was executed");
            assertThat(third.exit()).isEqualTo(3);
        }
    }

    @Test
    void a_rejected_key_is_said_once_and_nothing_more_is_asked() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        HttpServer server = answering(calls, 401);
        try {
            Kit.Finished run = new Kit(folder).at(url(server)).budget("0.002").run(PAID);

            assertThat(run.exit()).isEqualTo(3);
            assertThat(run.output()).contains("The key was rejected: HTTP 401");
            assertThat(calls).hasValue(1);
        } finally {
            server.stop(0);
        }
    }

    private static long jobs(Understudy understudy, Kit kit) {
        return understudy.sandbox(kit.key).ledger().models().stream()
                .mapToLong(costs -> costs.jobs())
                .sum();
    }

    private static HttpServer answering(AtomicInteger calls, int status) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] body =
                "{\"code\":200,\"message\":\"success\",\"data\":{\"balance\":1}}".getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            calls.incrementAndGet();
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static URI url(HttpServer server) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }
}
