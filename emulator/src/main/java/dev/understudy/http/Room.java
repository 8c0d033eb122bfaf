package dev.understudy.http;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Memory for bodies that are being worked on. Whoever finds too little of it waits, in the order of coming; no thread
 * waits with it. Reading JSON of a megabyte takes several: its bytes, its text, what it is decoded into.
 */
final class Room {

    private record Waiting(long bytes, Runnable work) {}

    private final long most;
    private final Queue<Waiting> waiting = new ArrayDeque<>();
    private long taken;

    /** @param most bytes for all together, but for one that is larger, which gets in alone */
    Room(long most) {
        this.most = most;
    }

    /** Runs {@code work}, now or later. Whoever is let in calls {@link #leave} once, with the same number. */
    void enter(long bytes, Runnable work) {
        synchronized (waiting) {
            if (!waiting.isEmpty() || !fits(bytes)) {
                waiting.add(new Waiting(bytes, work));
                return;
            }
            taken += bytes;
        }
        work.run();
    }

    void leave(long bytes) {
        synchronized (waiting) {
            taken -= bytes;
        }
        for (Runnable next = next(); next != null; next = next()) {
            next.run();
        }
    }

    private Runnable next() {
        synchronized (waiting) {
            if (waiting.isEmpty() || !fits(waiting.peek().bytes())) {
                return null;
            }
            taken += waiting.peek().bytes();
            return waiting.poll().work();
        }
    }

    private boolean fits(long bytes) {
        return taken == 0 || taken + bytes <= most;
    }
}
