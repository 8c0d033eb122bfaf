package dev.understudy.sandbox;

import dev.understudy.prediction.Prediction;
import dev.understudy.prediction.State;
import dev.understudy.settings.Setting;
import dev.understudy.settings.Settings;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Prints how long it takes to find a page of twenty among many predictions. */
final class MeasureLists {

    private static final int WARM_UP = 2_000;
    private static final int RUNS = 501;

    private MeasureLists() {}

    public static void main(String[] arguments) {
        System.out.println("| predictions | first page | last page | of one day (µs) | last page, by status (µs) |");
        System.out.println("|---|---|---|---|---|");
        for (int size : new int[] {1_000, 10_000, 100_000}) {
            try (Sandboxes sandboxes = new Sandboxes(Settings.defaults().with(Setting.BALANCE, "1000000"), 1)) {
                row(sandboxes.of("key"), size);
            }
        }
    }

    private static void row(Sandbox sandbox, int size) {
        for (int i = 0; i < size; i++) {
            sandbox.submit("openai/sora-2/text-to-video", Map.of("prompt", "a"), Visit.of("wavespeed.submit"));
        }
        Instant now = sandbox.clock().instant();
        Instant soon = now.plusSeconds(60);
        Predicate<Prediction> completed = job -> job.at(soon) instanceof State.Ended;
        System.out.printf(
                "| %,d | %.1f | %.1f | %.1f | %.0f |%n",
                size,
                micros(sandbox, Instant.MIN, Optional.empty(), 0),
                micros(sandbox, Instant.MIN, Optional.empty(), size - 20),
                micros(sandbox, now.minusSeconds(86_400), Optional.empty(), size / 2),
                micros(sandbox, Instant.MIN, Optional.of(completed), size - 20));
    }

    private static double micros(Sandbox sandbox, Instant after, Optional<Predicate<Prediction>> filter, long skip) {
        PredictionStore.Selection wanted = new PredictionStore.Selection(after, Instant.MAX, filter);
        double[] times = new double[RUNS];
        int warmUp = filter.isPresent() ? WARM_UP / 20 : WARM_UP;
        for (int i = -warmUp; i < RUNS; i++) {
            long start = System.nanoTime();
            sandbox.predictions().page(wanted, skip, 20);
            times[Math.max(i, 0)] = (System.nanoTime() - start) / 1e3;
        }
        Arrays.sort(times);
        return times[RUNS / 2];
    }
}
