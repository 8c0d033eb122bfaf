package dev.understudy.cli;

import dev.understudy.Understudy;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends a server when the process is told to stop, from the first moment of its start. */
final class Stopping {

    /** For answers that are under way; container engines kill after ten seconds what they have told to stop. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final CompletableFuture<Optional<Understudy>> server = new CompletableFuture<>();
    private final WarmUp warmUp;

    private Stopping(WarmUp warmUp) {
        this.warmUp = warmUp;
    }

    /** Call it before the start: whoever has started a process may stop it at once. */
    static Stopping prepare(WarmUp warmUp) {
        Stopping stopping = new Stopping(warmUp);
        Runtime.getRuntime().addShutdownHook(new Thread(stopping::stop, "understudy-shutdown"));
        return stopping;
    }

    void started(Understudy understudy) {
        server.complete(Optional.of(understudy));
    }

    /** There is nothing to end, and the process has an exit code of its own. */
    void failed() {
        server.complete(Optional.empty());
    }

    private void stop() {
        try {
            Optional<Understudy> started = server.get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
            if (started.isEmpty()) {
                return;
            }
            warmUp.end();
            started.get().drain(GRACE);
            started.get().close();
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            // It takes too long to start; there is nothing of it that somebody could miss.
        }
        // Being told to stop is no failure: without the halt, a JVM that got SIGTERM ends with 143.
        Runtime.getRuntime().halt(0);
    }
}
