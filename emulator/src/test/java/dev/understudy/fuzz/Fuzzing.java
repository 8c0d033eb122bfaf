package dev.understudy.fuzz;

import java.util.Base64;
import java.util.List;

/**
 * Tries many inputs. In the ordinary tests it takes a few seconds and is the same every time; {@code -Dfuzz.times=100}
 * takes a hundred times as many, {@code -Dfuzz.seed=7} others.
 */
final class Fuzzing {

    private static final long SEED = Long.getLong("fuzz.seed", 20_260_301L);
    private static final int TIMES = Integer.getInteger("fuzz.times", 1);
    private static final long MOST_NANOS = 5_000_000_000L;

    /** Takes an input in, or refuses it as it should; whatever else it throws is a finding. */
    @FunctionalInterface
    interface Target {
        void take(byte[] input) throws Exception;
    }

    private Fuzzing() {}

    static void run(int rounds, List<byte[]> seeds, Target target) {
        Mutations mutations = new Mutations(SEED, seeds);
        seeds.forEach(seed -> once(seed, target));
        for (int round = 0; round < rounds * TIMES; round++) {
            once(mutations.next(), target);
        }
    }

    private static void once(byte[] input, Target target) {
        long begin = System.nanoTime();
        try {
            target.take(input);
        } catch (Exception | Error finding) {
            throw new AssertionError("found by " + shown(input), finding);
        }
        if (System.nanoTime() - begin > MOST_NANOS) {
            throw new AssertionError("five seconds are too long for " + shown(input));
        }
    }

    private static String shown(byte[] input) {
        return "(base64) " + Base64.getEncoder().encodeToString(input);
    }
}
