package dev.understudy.media.probe;

import java.util.HashMap;
import java.util.Map;

/** Adds up frame durations and remembers the most common one. */
final class FrameTimes {

    /** Frames of a variable-rate clip differ by a few ticks; a file with more kinds than this has no common one to find. */
    private static final int MAX_KINDS = 1024;

    private final Map<Long, Long> counts = new HashMap<>();
    private long frames;
    private long total;

    /** @throws ArithmeticException if the sum no longer fits 64 bits */
    void add(long count, long ticks) {
        frames = Math.addExact(frames, count);
        total = Math.addExact(total, Math.multiplyExact(count, ticks));
        if (counts.size() < MAX_KINDS || counts.containsKey(ticks)) {
            counts.merge(ticks, count, Math::addExact);
        }
    }

    long frames() {
        return frames;
    }

    long total() {
        return total;
    }

    /** The most common duration (of equally common ones the shortest), or 0 without frames. */
    long commonest() {
        long best = 0;
        long bestCount = 0;
        for (Map.Entry<Long, Long> kind : counts.entrySet()) {
            long ticks = kind.getKey();
            long count = kind.getValue();
            if (ticks > 0 && (count > bestCount || count == bestCount && ticks < best)) {
                best = ticks;
                bestCount = count;
            }
        }
        return best;
    }
}
