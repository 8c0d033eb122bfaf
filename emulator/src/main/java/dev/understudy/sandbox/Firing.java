package dev.understudy.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.ConcurrentHashMap;

/** Gathers, from any thread, what one push makes happen, and keeps the earliest. */
final class Firing {

    private record Ranked(Event event, int kind, long order) {}

    private static final Comparator<Ranked> IN_ORDER = Comparator.comparing(
                    (Ranked one) -> one.event().at())
            .thenComparingInt(Ranked::kind)
            .thenComparingLong(Ranked::order);

    private final PriorityQueue<Ranked> latestFirst = new PriorityQueue<>(IN_ORDER.reversed());
    private final Map<String, Instant> known = new ConcurrentHashMap<>();
    private long count;

    /** @param order among events of its kind and time */
    synchronized void add(Event event, long order) {
        count++;
        latestFirst.add(new Ranked(event, kind(event), order));
        if (latestFirst.size() > Fired.MOST) {
            latestFirst.remove();
        }
    }

    /** Notes when the outcome of a job became known. */
    void outcomeKnown(String prediction, Instant at) {
        known.put(prediction, at);
    }

    /** When the outcome of a job became known; {@code otherwise} if it was known before. */
    Instant knownAt(String prediction, Instant otherwise) {
        return known.getOrDefault(prediction, otherwise);
    }

    synchronized Fired fired(Instant now, boolean settled) {
        List<Ranked> ranked = new ArrayList<>(latestFirst);
        ranked.sort(IN_ORDER);
        return new Fired(now, ranked.stream().map(Ranked::event).toList(), count - ranked.size(), settled);
    }

    private static int kind(Event event) {
        if (event instanceof Event.Transition) {
            return 0;
        }
        return event instanceof Event.Attempt ? 1 : event instanceof Event.Refill ? 2 : 3;
    }
}
