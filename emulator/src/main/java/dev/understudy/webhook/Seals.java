package dev.understudy.webhook;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a sandbox has proven deliveries with, or has said that it will: an inbox knows by them what comes to it over the
 * network. Bounded: the one that has not been used for longest goes first.
 */
final class Seals {

    private static final int MOST = 100;

    private final Set<Seal> known = new LinkedHashSet<>();

    void continuing(Seals other, Move move) {
        synchronized (other) {
            other.known.forEach(seal -> known.add(move.seal(seal)));
        }
    }

    synchronized Seal use(Seal seal) {
        known.remove(seal);
        known.add(seal);
        if (known.size() > MOST) {
            known.remove(known.iterator().next());
        }
        return seal;
    }

    synchronized boolean prove(Map<String, String> headers, byte[] body) {
        return known.stream().anyMatch(seal -> seal.proves(headers, body));
    }
}
