package dev.understudy.client;

import java.time.Duration;

/** The prediction had not ended in the time allowed. It goes on, and is paid for: ask again with its id. */
public final class AwaitTimeoutException extends WaveSpeedException {
    private static final long serialVersionUID = 1L;

    /** @param last the failed poll that used up the time, or null when every poll was answered */
    AwaitTimeoutException(String predictionId, Duration allowed, WaveSpeedException last) {
        super("Prediction " + predictionId + " did not end within " + allowed, predictionId, last);
    }
}
