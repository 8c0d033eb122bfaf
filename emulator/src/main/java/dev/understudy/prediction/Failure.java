package dev.understudy.prediction;

/** Why a job failed. A dialect turns it into its own code. */
public enum Failure {
    /** An input was well-formed but not acceptable: a clip that is too short, a character nobody made. */
    INVALID_PARAMETER,
    /** The clip could not be fetched, or what was fetched is not a readable video. */
    MEDIA_UNAVAILABLE,
    /** The model ran and did not succeed. */
    TASK_FAILED
}
