package dev.understudy.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** How long something took, in buckets. */
public final class Latency {

    /** Upper bounds in seconds, included; the last bucket has none. From a poll to a wait in sync mode. */
    private static final List<Double> BOUNDS =
            List.of(0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.05, 0.1, 0.5, 1.0, 5.0, 30.0, 120.0);

    private static final double NANOS = 1e9;
    private static final long[] BOUNDS_IN_NANOS =
            BOUNDS.stream().mapToLong(bound -> Math.round(bound * NANOS)).toArray();

    private final LongAdder[] buckets = new LongAdder[BOUNDS.size() + 1];
    private final LongAdder nanos = new LongAdder();

    /**
     * @param bounds upper bounds in seconds, each included; the last is infinite
     * @param counts for each bound, of those that no smaller one covers
     * @param sum in seconds
     */
    public record Reading(List<Double> bounds, List<Long> counts, double sum) {}

    Latency() {
        for (int i = 0; i < buckets.length; i++) {
            buckets[i] = new LongAdder();
        }
    }

    void add(long took) {
        buckets[bucket(took)].increment();
        nanos.add(took);
    }

    Reading read() {
        List<Double> bounds = new ArrayList<>(BOUNDS);
        bounds.add(Double.POSITIVE_INFINITY);
        List<Long> counts = new ArrayList<>();
        for (LongAdder bucket : buckets) {
            counts.add(bucket.sum());
        }
        return new Reading(bounds, counts, nanos.sum() / NANOS);
    }

    // Most answers are in the first few.
    private static int bucket(long took) {
        int i = 0;
        while (i < BOUNDS_IN_NANOS.length && took > BOUNDS_IN_NANOS[i]) {
            i++;
        }
        return i;
    }
}
