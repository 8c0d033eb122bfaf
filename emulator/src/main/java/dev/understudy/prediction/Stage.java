package dev.understudy.prediction;

/** How far the time of a job has gone, whatever is known of its outcome. */
public enum Stage {
    QUEUED,
    PROCESSING,
    /** The job ends as soon as its outcome is known. */
    OVER
}
