package dev.understudy.sandbox;

import dev.understudy.fault.Fault;
import dev.understudy.prediction.Failure;
import dev.understudy.prediction.Outcome;
import dev.understudy.prediction.Prediction;
import dev.understudy.prediction.Timeline;
import java.time.Duration;
import java.util.Optional;

/**
 * What the faults of jobs do to how long a job takes and how it ends. Money follows from the end: a job that fails, for
 * whatever reason, gets its price back as the provider promises ("failed tasks are not charged"). One that completes with
 * nothing in it, or that another model did, has completed and stays paid for; one that is stuck or has vanished never
 * fails, so nobody gives its price back. That is ours: the provider says nothing of such jobs, and a budget has to notice
 * them.
 */
final class JobFaults {

    private JobFaults() {}

    /** The job with the time that its fault makes it take. */
    static Prediction delayed(Prediction job) {
        Timeline timeline = job.timeline();
        return job.fault()
                .map(fault ->
                        job.lasting(neverEnds(fault, job) ? timeline.withoutEnd() : timeline.stretchedBy(delay(fault))))
                .orElse(job);
    }

    /** How a job ends that need not be done; empty where it is done like any other. */
    static Optional<Outcome> outcome(Fault.InJob fault) {
        if (fault instanceof Fault.LateFailure late) {
            return Optional.of(new Outcome.Failed(Failure.TASK_FAILED, late.error()));
        }
        if (fault instanceof Fault.Moderated moderated) {
            return Optional.of(new Outcome.Failed(Failure.MODERATED, moderated.error()));
        }
        if (fault instanceof Fault.EmptyOutputs) {
            return Optional.of(Outcome.Completed.with());
        }
        if (fault instanceof Fault.Fails fails) {
            Failure failure = failure(fails.kind());
            return Optional.of(new Outcome.Failed(failure, fails.error().isEmpty() ? words(failure) : fails.error()));
        }
        return Optional.empty();
    }

    // A job that nobody knows any more when it would end has no end that somebody could be told.
    private static boolean neverEnds(Fault.InJob fault, Prediction job) {
        return fault instanceof Fault.Stuck
                || job.timeline().endKnown() && job.hasVanished(job.timeline().ends());
    }

    private static Duration delay(Fault.InJob fault) {
        if (fault instanceof Fault.Slow slow) {
            return slow.by();
        }
        return fault instanceof Fault.LateFailure late ? late.delay() : Duration.ZERO;
    }

    private static Failure failure(Fault.Fails.Kind kind) {
        return switch (kind) {
            case MISSING_PARAMETER -> Failure.MISSING_PARAMETER;
            case INVALID_PARAMETER -> Failure.INVALID_PARAMETER;
            case MEDIA_UNAVAILABLE -> Failure.MEDIA_UNAVAILABLE;
            case EXECUTION_FAILED -> Failure.EXECUTION_FAILED;
            case TASK_FAILED -> Failure.TASK_FAILED;
            case INTERNAL -> Failure.INTERNAL;
            case UNAVAILABLE -> Failure.UNAVAILABLE;
            case TIMEOUT -> Failure.TIMEOUT;
        };
    }

    // The error-codes page has examples for media and the titles of the codes for the rest.
    private static String words(Failure failure) {
        return switch (failure) {
            case MODERATED -> "The content contains sensitive information.";
            case MISSING_PARAMETER -> "Missing Parameter";
            case INVALID_PARAMETER -> "Invalid Parameter";
            case MEDIA_UNAVAILABLE -> "Unable to access the provided media URL.";
            case UNSUITABLE_MEDIA -> "Invalid Parameter";
            case EXECUTION_FAILED -> "Task Execution Failed";
            case TASK_FAILED -> "Task Failed";
            case INTERNAL -> "Internal Error";
            case UNAVAILABLE -> "Service Unavailable";
            case TIMEOUT -> "Timeout";
        };
    }
}
