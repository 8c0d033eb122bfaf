package dev.understudy.client;

/** A webhook delivery that must not be trusted, or cannot be read. Answer it with HTTP 400 and do nothing else. */
public final class WebhookException extends WaveSpeedException {
    private static final long serialVersionUID = 1L;

    WebhookException(String what) {
        super("Webhook refused: " + what, null, null);
    }
}
