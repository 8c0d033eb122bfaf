package dev.understudy.prediction;

/** Why a job failed. A dialect turns it into its own code. */
public enum Failure {
    /** Somebody takes offence at what was asked for, or at what came out. */
    MODERATED,
    MISSING_PARAMETER,
    /** An input was well-formed but not acceptable, such as a character that nobody made. */
    INVALID_PARAMETER,
    /** The clip could not be fetched, or what was fetched is not a readable video. */
    MEDIA_UNAVAILABLE,
    /** A clip was read, and is not of a length or size that can be used. */
    UNSUITABLE_MEDIA,
    /** The model could not be run. */
    EXECUTION_FAILED,
    /** The model ran and did not succeed. */
    TASK_FAILED,
    /** A mistake of the service. */
    INTERNAL,
    /** The service could not take the job on after all. */
    UNAVAILABLE,
    /** The job took too long. */
    TIMEOUT
}
