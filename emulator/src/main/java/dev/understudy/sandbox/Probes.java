package dev.understudy.sandbox;

import dev.understudy.prediction.Prediction;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The jobs of one sandbox whose clip or image is still being read. */
final class Probes {

    private final InstantSource clock;
    private final Watch watch;
    private final Map<String, CompletableFuture<?>> reading = new ConcurrentHashMap<>();

    Probes(InstantSource clock, Watch watch) {
        this.clock = clock;
        this.watch = watch;
    }

    /** To be called of each job once it has begun; it is counted until its outcome is known. */
    void begun(Prediction job) {
        // A job that never ends has nothing that anybody could wait for.
        if (job.outcome().isPresent() || job.timeline().endless()) {
            return;
        }
        // Whoever waits for this finds that the watch has been told.
        CompletableFuture<?> told =
                job.ending().whenComplete((outcome, problem) -> watch.outcomeKnown(job, clock.instant()));
        reading.put(job.id(), told);
        told.whenComplete((outcome, problem) -> reading.remove(job.id()));
    }

    /** Waits no longer for jobs that were deleted. */
    void forget(Collection<String> jobs) {
        reading.keySet().removeAll(jobs);
    }

    Set<String> jobs() {
        return Set.copyOf(reading.keySet());
    }

    /**
     * Waits until what is being read now has been read.
     *
     * @param deadline when to give up, in real time on the scale of {@link System#nanoTime}
     * @return whether it has
     */
    boolean await(long deadline) {
        try {
            CompletableFuture.allOf(reading.values().toArray(CompletableFuture[]::new))
                    .get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }
}
