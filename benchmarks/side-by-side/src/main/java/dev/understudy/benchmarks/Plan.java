package dev.understudy.benchmarks;

/**
 * How long everything is done.
 *
 * @param starts of each server, for start-up and for memory at rest
 * @param rounds in which the servers take turns
 * @param warmSeconds of each kind of call before the first round, in turns, with 32 connections
 * @param cellSeconds of each kind of call in a round
 * @param flows from a submission to its video, in each round
 * @param kept jobs that are submitted and read again before memory is looked at
 * @param live predictions in one sandbox
 * @param sandboxes with a prediction each
 */
record Plan(int starts, int rounds, int warmSeconds, int cellSeconds, int flows, int kept, int live, int sandboxes) {

    static final Plan FULL = new Plan(5, 5, 16, 2, 60, 100_000, 1_000_000, 10_000);
    static final Plan QUICK = new Plan(1, 2, 3, 1, 10, 5_000, 50_000, 1_000);

    /** What the figures are worth. */
    String told() {
        return this.equals(QUICK)
                ? "A short trial: the servers are not hot, and the figures are worth little."
                : "Medians of %d rounds of %d s in which the servers took turns, after %d s of warming for each kind of call."
                        .formatted(rounds, cellSeconds, warmSeconds);
    }
}
