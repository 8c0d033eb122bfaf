package dev.understudy.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpServerConnection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;

/**
 * Ends a connection before its answer is complete, so that what was sent still arrives: our side first, the rest when
 * the caller has ended its own, or after a while. A socket that is closed while there is unread input sends a reset,
 * which takes away what the caller has not read yet. What comes in meanwhile is thrown away.
 */
final class Farewell {

    private static final long MOST_MILLIS = 2_000;
    private static final long MOST_BYTES = 64L << 20;

    private final HttpServerExchange exchange;
    private final HttpServerConnection connection;
    private final ByteBuffer thrownAway = ByteBuffer.allocate(16 * 1024);
    private XnioExecutor.Key timer;
    private long bytes;

    private Farewell(HttpServerExchange exchange) {
        this.exchange = exchange;
        this.connection = (HttpServerConnection) exchange.getConnection();
    }

    static void say(HttpServerExchange exchange) {
        if (!(exchange.getConnection() instanceof HttpServerConnection)) {
            // On a connection of HTTP/2 there are others, and no half of it can be closed: all see it end.
            IoUtils.safeClose(exchange.getConnection());
            exchange.endExchange();
            return;
        }
        exchange.dispatch(exchange.getIoThread(), new Farewell(exchange)::begin);
    }

    private void begin() {
        timer = exchange.getIoThread().executeAfter(this::close, MOST_MILLIS, TimeUnit.MILLISECONDS);
        try {
            connection.getOriginalSinkConduit().terminateWrites();
            connection.getOriginalSinkConduit().flush();
            connection.getChannel().getSourceChannel().setReadListener(channel -> drain());
            connection.getOriginalSourceConduit().resumeReads();
        } catch (IOException e) {
            close();
        }
    }

    // Reads below what keeps to the end of a request's body.
    private void drain() {
        try {
            int read = connection.getOriginalSourceConduit().read(thrownAway.clear());
            bytes += Math.max(read, 0);
            if (read < 0 || bytes > MOST_BYTES) {
                close();
            }
        } catch (IOException e) {
            close();
        }
    }

    private void close() {
        timer.remove();
        IoUtils.safeClose(connection);
        exchange.endExchange();
    }
}
