package dev.understudy.webhook;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Keeps the messages of one sandbox to one receiver in order: the next goes when the one before it has been answered,
 * or has not been for a while. A receiver that never answers holds up only itself, and that not for long.
 */
final class Lanes {

    private static final CompletableFuture<Void> FREE = CompletableFuture.completedFuture(null);

    private final Carrier carrier;
    private final Duration patience;
    private final Map<String, CompletableFuture<Void>> last = new HashMap<>();

    /** @param patience how long the next message waits for the one before it, in real time */
    Lanes(Carrier carrier, Duration patience) {
        this.carrier = carrier;
        this.patience = patience;
    }

    CompletableFuture<Receipt> send(Message message) {
        CompletableFuture<Receipt> receipt = new CompletableFuture<>();
        CompletableFuture<Void> turn = new CompletableFuture<>();
        String lane = lane(message.receiver());
        CompletableFuture<Void> before;
        synchronized (last) {
            before = last.getOrDefault(lane, FREE);
            last.put(lane, turn);
        }
        turn.thenRun(() -> forget(lane, turn));
        before.thenRun(() -> start(message, receipt, turn));
        return receipt;
    }

    private void start(Message message, CompletableFuture<Receipt> receipt, CompletableFuture<Void> turn) {
        carrier.carry(message).thenAccept(received -> {
            receipt.complete(received);
            turn.complete(null);
        });
        turn.completeOnTimeout(null, patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void forget(String lane, CompletableFuture<Void> turn) {
        synchronized (last) {
            last.remove(lane, turn);
        }
    }

    private static String lane(URI receiver) {
        return receiver.getScheme() + "://" + receiver.getRawAuthority();
    }
}
