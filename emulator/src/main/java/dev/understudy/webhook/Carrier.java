package dev.understudy.webhook;

import java.util.concurrent.CompletableFuture;

/** Takes messages to their receivers. Returns at once; what comes of it comes later. */
@FunctionalInterface
interface Carrier {
    CompletableFuture<Receipt> carry(Message message);
}
