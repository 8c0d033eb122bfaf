package dev.understudy.http;

import dev.understudy.dialect.Feed;
import dev.understudy.sandbox.Refused;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.sse.ServerSentEventConnection;
import io.undertow.server.handlers.sse.ServerSentEventHandler;
import io.undertow.util.Headers;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** The listeners of a server: answers that go on as server-sent events. No thread waits for any of them. */
final class EventStreams {

    private static final int MOST = 256;
    private static final long MILLIS_TO_END = 200;

    private final Set<EventStream> open = ConcurrentHashMap.newKeySet();
    private volatile CountDownLatch left = new CountDownLatch(0);

    /** @throws Refused if there are too many */
    void open(HttpServerExchange exchange, Feed feed) throws Exception {
        if (open.size() >= MOST) {
            throw new Refused(
                    Refused.Reason.UNAVAILABLE, "this server has " + MOST + " listeners already, and takes no more");
        }
        exchange.getResponseHeaders().put(Headers.DATE, HttpDate.now());
        new ServerSentEventHandler((connection, lastEventId) -> begin(connection, exchange.getIoThread(), feed))
                .handleRequest(exchange);
    }

    /** Ends all of them, each with what is on its way to it. */
    void close() {
        left = new CountDownLatch(open.size());
        open.forEach(EventStream::end);
        try {
            left.await(MILLIS_TO_END, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void begin(ServerSentEventConnection connection, Executor io, Feed feed) {
        EventStream stream = new EventStream(connection, io, feed);
        open.add(stream);
        stream.begin(() -> {
            open.remove(stream);
            left.countDown();
        });
    }
}
