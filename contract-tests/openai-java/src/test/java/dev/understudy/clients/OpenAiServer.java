package dev.understudy.clients;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.Sleeper;
import dev.understudy.SandboxHandle;
import dev.understudy.Understudy;
import dev.understudy.journal.Entry;
import dev.understudy.time.ClockMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A server of its own for a test, its clock standing still, and the official client of the OpenAI API before it. */
final class OpenAiServer implements AutoCloseable {

    static final Path CLIP = Path.of("..", "..", "fixtures", "clips", "clip-3s.mp4");

    private static final String KEY = "sk-test";

    private final Understudy understudy =
            Understudy.builder().seed(7).clock(ClockMode.frozen()).start();
    private final Pauses pauses = new Pauses();

    OpenAIClient client() {
        return client(KEY, 2);
    }

    OpenAIClient client(String key, int retries) {
        return OpenAIOkHttpClient.builder()
                .baseUrl(understudy.baseUrl() + "/v1")
                .apiKey(key)
                .maxRetries(retries)
                .responseValidation(true)
                .sleeper(pauses)
                .build();
    }

    /** The same, but it shows every refusal to its caller. */
    OpenAIClient hasty() {
        return client(KEY, 0);
    }

    SandboxHandle sandbox() {
        return understudy.sandbox(KEY);
    }

    /** How long the client has waited before it tried again, each time. Nobody really waits. */
    List<Duration> pauses() {
        return pauses.taken;
    }

    /** What was asked, such as {@code POST /v1/videos 200}. */
    List<String> calls() {
        return sandbox().journal().stream()
                .filter(Entry.Call.class::isInstance)
                .map(Entry.Call.class::cast)
                .map(call -> call.method() + " " + call.path() + " " + call.status())
                .toList();
    }

    @Override
    public void close() {
        understudy.close();
    }

    private static final class Pauses implements Sleeper {
        private final List<Duration> taken = new ArrayList<>();

        @Override
        public void sleep(Duration duration) {
            taken.add(duration);
        }

        @Override
        public CompletableFuture<Void> sleepAsync(Duration duration) {
            taken.add(duration);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void close() {}
    }
}
