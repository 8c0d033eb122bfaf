package dev.understudy.client;

import java.util.Optional;

/**
 * Everything that can go wrong between this client and the service. No message, field or cause of any of these ever
 * holds the API key: text that came from the server is cleaned of it first.
 */
public abstract sealed class WaveSpeedException extends RuntimeException
        permits ApiException, AwaitTimeoutException, ConnectionException, PredictionFailedException, WebhookException {
    private static final long serialVersionUID = 1L;

    private final String predictionId;

    WaveSpeedException(String message, String predictionId, Throwable cause) {
        super(message, cause);
        this.predictionId = predictionId;
    }

    /** The prediction concerned, where there is one already. */
    public final Optional<String> predictionId() {
        return Optional.ofNullable(predictionId);
    }
}
