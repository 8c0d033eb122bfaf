package dev.understudy.webhook;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/**
 * Keeps what falls due at one instant in the order in which it did, even if what each waits for comes in another: which
 * of two clips has been read first is chance. What falls due at different instants does not wait for each other; a push
 * of the clock goes from one instant to the next and settles at each.
 */
final class Turns {

    private record Turn(CompletableFuture<?> ready, Runnable action) {}

    private static final class Line {
        private final Queue<Turn> waiting = new ArrayDeque<>();
        private boolean moving;
    }

    private final Map<Instant, Line> lines = new HashMap<>();

    /**
     * Runs {@code action} when {@code ready} is complete and all that came before it for this instant have run: here and
     * now, or on the thread that completes the last of them. It must not throw.
     */
    void take(Instant at, CompletableFuture<?> ready, Runnable action) {
        synchronized (lines) {
            lines.computeIfAbsent(at, instant -> new Line()).waiting.add(new Turn(ready, action));
        }
        ready.whenComplete((value, problem) -> move(at));
    }

    private void move(Instant at) {
        for (Turn next = next(at); next != null; next = next(at)) {
            try {
                next.action().run();
            } finally {
                over(at);
            }
        }
    }

    // One thread at a time moves a line, and a line is forgotten when it is empty.
    private Turn next(Instant at) {
        synchronized (lines) {
            Line line = lines.get(at);
            if (line == null || line.moving || !line.waiting.peek().ready().isDone()) {
                return null;
            }
            line.moving = true;
            return line.waiting.peek();
        }
    }

    private void over(Instant at) {
        synchronized (lines) {
            Line line = lines.get(at);
            line.waiting.remove();
            line.moving = false;
            if (line.waiting.isEmpty()) {
                lines.remove(at);
            }
        }
    }
}
