package dev.understudy.webhook;

import java.util.ArrayDeque;
import java.util.Queue;

/** Lets a limited number in at once; the others wait in the order in which they came. No thread waits with them. */
final class Gate {

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int places;

    Gate(int places) {
        this.places = places;
    }

    /** Runs {@code start}, now or when there is a place. Whoever is let in calls {@link #leave} once. */
    void enter(Runnable start) {
        synchronized (waiting) {
            if (places == 0) {
                waiting.add(start);
                return;
            }
            places--;
        }
        start.run();
    }

    void leave() {
        Runnable next;
        synchronized (waiting) {
            next = waiting.poll();
            if (next == null) {
                places++;
                return;
            }
        }
        next.run();
    }
}
