package dev.understudy.http;

import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpServerConnection;
import java.io.IOException;
import org.xnio.IoUtils;
import org.xnio.conduits.ConduitStreamSourceChannel;

/**
 * Notices that a caller hangs up while the answer is still to come. Undertow does not read from a connection between a
 * request and its answer, and without reading nobody learns that the other side is gone. All of it happens on the
 * connection's IO thread.
 */
final class HangupWatch {

    private final HttpServerConnection connection;
    private final Runnable hungUp;
    private boolean over;

    private HangupWatch(HttpServerConnection connection, Runnable hungUp) {
        this.connection = connection;
        this.hungUp = hungUp;
    }

    static HangupWatch begin(HttpServerExchange exchange, Runnable hungUp) {
        if (!(exchange.getConnection() instanceof HttpServerConnection connection)) {
            return overHttp2(exchange, hungUp);
        }
        HangupWatch watch = new HangupWatch(connection, hungUp);
        watch.begin();
        return watch;
    }

    // HTTP/2 reads all the time, and knows when a connection has ended.
    private static HangupWatch overHttp2(HttpServerExchange exchange, Runnable hungUp) {
        HangupWatch watch = new HangupWatch(null, hungUp);
        exchange.getConnection().addCloseListener(closed -> {
            if (!watch.over) {
                watch.over = true;
                hungUp.run();
            }
        });
        return watch;
    }

    // A caller that has sent its next request already is not read from until it has its answer to this one.
    private void begin() {
        over = connection.getExtraBytes() != null;
        if (!over) {
            source().setReadListener(channel -> look());
            connection.getOriginalSourceConduit().resumeReads();
        }
    }

    void end() {
        if (!over) {
            over = true;
            if (connection != null) {
                stopReading();
            }
        }
    }

    // Reads below what keeps to the end of this request's body, which has come in already.
    private void look() {
        PooledByteBuffer bytes = connection.getByteBufferPool().allocate();
        boolean kept = false;
        try {
            int read = connection.getOriginalSourceConduit().read(bytes.getBuffer());
            if (read < 0) {
                gone();
            } else if (read > 0) {
                bytes.getBuffer().flip();
                end();
                connection.ungetRequestBytes(bytes);
                kept = true;
            }
        } catch (IOException e) {
            gone();
        } finally {
            if (!kept) {
                bytes.close();
            }
        }
    }

    private void stopReading() {
        connection.getOriginalSourceConduit().suspendReads();
        source().setReadListener(null);
    }

    private void gone() {
        IoUtils.safeClose(connection);
        over = true;
        hungUp.run();
    }

    private ConduitStreamSourceChannel source() {
        return connection.getChannel().getSourceChannel();
    }
}
