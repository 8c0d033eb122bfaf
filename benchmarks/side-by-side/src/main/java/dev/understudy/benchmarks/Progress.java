package dev.understudy.benchmarks;

/** Tells whoever waits what is going on, apart from the report. */
final class Progress {

    private static final long BEGIN = System.nanoTime();
    private static final double NANOS = 1e9;

    private Progress() {}

    static void say(String format, Object... values) {
        System.err.printf("%5.0f s  %s%n", (System.nanoTime() - BEGIN) / NANOS, format.formatted(values));
    }
}
