package dev.understudy.http;

import io.undertow.io.IoCallback;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.nio.ByteBuffer;

/** A way to send an answer's body, after its head has been set. */
@FunctionalInterface
interface Sending {

    /** What is read from a disk at once. */
    int MOST_AT_ONCE = 64 * 1024;

    /** As it should be. A body that may block is sent from the calling thread, which must be a worker. */
    Sending SOUND = (exchange, body) -> {
        if (body.mayBlock()) {
            stream(exchange, body);
        } else {
            exchange.getResponseSender().send(whole(body));
        }
    };

    void send(HttpServerExchange exchange, Body body);

    private static ByteBuffer whole(Body body) {
        try {
            return body.read(0, (int) body.length());
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory does not fail", e);
        }
    }

    // The size of a file has nothing to do with the memory it takes to send.
    private static void stream(HttpServerExchange exchange, Body body) {
        exchange.startBlocking();
        try {
            for (long sent = 0; sent < body.length(); sent += MOST_AT_ONCE) {
                ByteBuffer read = body.read(sent, (int) Math.min(MOST_AT_ONCE, body.length() - sent));
                exchange.getOutputStream().write(read.array(), 0, read.limit());
            }
            exchange.endExchange();
        } catch (IOException e) {
            IoCallback.END_EXCHANGE.onException(exchange, null, e);
        }
    }
}
