package com.example.trailers;

import dev.understudy.client.Prediction;
import dev.understudy.client.WebhookReceiver;
import java.util.HashMap;
import java.util.Map;

/** Takes in webhooks, each job's once, however often the service sends it. */
public final class Mailroom {

    private final WebhookReceiver receiver;
    private final Map<String, Prediction> ended = new HashMap<>();

    public Mailroom(WebhookReceiver receiver) {
        this.receiver = receiver;
    }

    /**
     * Called by whatever serves HTTP.
     *
     * @return whether it was news
     * @throws dev.understudy.client.WebhookException if it is not from the service, or not from now
     */
    public synchronized boolean deliver(Map<String, String> headers, byte[] body) {
        Prediction told = receiver.open(
                headers.get("webhook-id"), headers.get("webhook-timestamp"), headers.get("webhook-signature"), body);
        return ended.putIfAbsent(told.id(), told) == null;
    }

    /** Jobs that have ended, by their ids. */
    public synchronized Map<String, Prediction> ended() {
        return Map.copyOf(ended);
    }
}
