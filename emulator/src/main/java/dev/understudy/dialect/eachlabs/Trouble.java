package dev.understudy.dialect.eachlabs;

import dev.understudy.prediction.Failure;

/**
 * How the provider sorts failures. Codes, categories and classifications are the words of its pages on errors and
 * executions; INPUT_VALIDATION_ERROR and PROVIDER_FAILED were captured with their steps. Which failure of this server
 * is which of them is inferred, and so are the steps and the category of the rest.
 *
 * @param category in {@code classification}
 * @param step where it went wrong
 * @param retryable whether trying again may help
 * @param classification in the words of the list of executions
 */
record Trouble(String code, String category, String step, boolean retryable, String classification) {

    private static final String REJECT = "Surface Customer Reject.0";
    private static final String SUBMIT = "Submit Job";
    private static final String POLL = "poll";

    static Trouble of(Failure failure) {
        return switch (failure) {
            case MODERATED -> provider("PROVIDER_REJECTED", POLL, false, "content_moderation");
            case MISSING_PARAMETER, INVALID_PARAMETER, UNSUITABLE_MEDIA ->
                new Trouble("INPUT_VALIDATION_ERROR", "VALIDATION", REJECT, false, "invalid_user_input");
            case MEDIA_UNAVAILABLE ->
                new Trouble("INPUT_DOWNLOAD_ERROR", "VALIDATION", SUBMIT, false, "invalid_user_input");
            case EXECUTION_FAILED -> provider("PROVIDER_BAD_REQUEST", SUBMIT, false, "provider_error");
            case TASK_FAILED -> provider("PROVIDER_FAILED", POLL, false, "provider_error");
            case INTERNAL -> new Trouble("PROVIDER_SERVER_ERROR", "INTERNAL", POLL, true, "internal_error");
            case UNAVAILABLE -> provider("PROVIDER_SERVER_ERROR", SUBMIT, true, "provider_unavailable");
            case TIMEOUT -> new Trouble("EXECUTION_TIMEOUT", "TIMEOUT", POLL, true, "execution_timeout");
        };
    }

    /** Whether the job never got to a provider: its output says no more than that. */
    static boolean beforeDispatch(Failure failure) {
        return failure == Failure.UNAVAILABLE;
    }

    private static Trouble provider(String code, String step, boolean retryable, String classification) {
        return new Trouble(code, "PROVIDER", step, retryable, classification);
    }
}
