package dev.understudy.http;

import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.nio.ByteBuffer;

/** A way to send an answer's body, after its head has been set. */
@FunctionalInterface
interface Sending {

    /** What is read from a disk at once. */
    int MOST_AT_ONCE = 64 * 1024;

    /** As it should be. The size of a file has nothing to do with the memory it takes, and no thread waits. */
    Sending SOUND = (exchange, body) -> {
        if (body.mayBlock()) {
            Trickle.send(exchange, body, Trickle.Manner.wholly(body.length(), false));
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
}
