package dev.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A seed is a promise: whoever starts the server with it, on whatever machine, sees the same run. */
@Timeout(60)
class TwoProcessesTest {

    private static final List<String> SERVE = List.of(
            "serve",
            "--port",
            "0",
            "--seed",
            "20260301",
            "--clock",
            "frozen",
            "--now",
            "2026-03-01T00:00:00Z",
            "--profile",
            "unstable",
            "--log",
            "json");

    @Test
    void theSameSeedAndTheSameRequestsGiveTheSameBytesInAnotherProcess() throws Exception {
        Process interpreted = start("-Xint");
        Process compiled = start("-XX:TieredStopAtLevel=1");
        try {
            CompletableFuture<List<Rehearsal.Step>> slow =
                    CompletableFuture.supplyAsync(() -> new Rehearsal(url(interpreted), "one").play());
            URI fast = url(compiled);
            CompletableFuture<?> another = CompletableFuture.runAsync(() -> new Rehearsal(fast, "another").play());
            List<Rehearsal.Step> steps = new Rehearsal(fast, "one").play();
            List<Rehearsal.Step> others = slow.get();
            another.get();

            assertThat(steps).hasSizeGreaterThan(60);
            for (int i = 0; i < steps.size(); i++) {
                assertThat(others.get(i).toString())
                        .as("step %s; replay with: understudy %s", i, String.join(" ", SERVE))
                        .isEqualTo(steps.get(i).toString());
            }
        } finally {
            interpreted.destroyForcibly();
            compiled.destroyForcibly();
        }
    }

    private static URI url(Process server) {
        try {
            BufferedReader lines = server.inputReader();
            return URI.create(
                    new ObjectMapper().readTree(lines.readLine()).path("url").asText());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Process start(String flag) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(
                List.of(java, flag, "-cp", System.getProperty("java.class.path"), "dev.understudy.cli.Main"));
        Stream.of(SERVE).forEach(command::addAll);
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
