package dev.understudy.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Methods;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.xnio.ChannelListener;
import org.xnio.channels.StreamSinkChannel;

/**
 * Sends a body piece by piece, perhaps with pauses and perhaps not to its end. No thread waits: pauses are timers of
 * the connection's IO thread, where all but the reading of files happens.
 */
final class Trickle implements ChannelListener<StreamSinkChannel> {

    /**
     * How.
     *
     * @param bytes how many come in all
     * @param piece how many come between two pauses, at least one
     * @param pause in real time
     * @param cut whether the connection is closed after the last one, whatever the head has promised
     */
    record Manner(long bytes, long piece, Duration pause, boolean cut) {

        /** Without pauses. */
        static Manner wholly(long bytes, boolean cut) {
            return new Manner(bytes, Math.max(bytes, 1), Duration.ZERO, cut);
        }
    }

    private final HttpServerExchange exchange;
    private final Body body;
    private final Manner manner;
    private StreamSinkChannel channel;
    private ByteBuffer current = ByteBuffer.allocate(0);
    private long position;

    private Trickle(HttpServerExchange exchange, Body body, Manner manner) {
        this.exchange = exchange;
        this.body = body;
        this.manner = manner;
    }

    static void send(HttpServerExchange exchange, Body body, Manner manner) {
        Trickle trickle = new Trickle(exchange, body, manner);
        exchange.dispatch(exchange.getIoThread(), trickle::start);
    }

    // The head goes first.
    private void start() {
        channel = exchange.getResponseChannel();
        channel.getWriteSetter().set(this);
        handleEvent(channel);
    }

    @Override
    public void handleEvent(StreamSinkChannel writable) {
        try {
            if (written()) {
                channel.suspendWrites();
                next();
            } else {
                channel.resumeWrites();
            }
        } catch (IOException e) {
            Farewell.say(exchange);
        }
    }

    private boolean written() throws IOException {
        while (current.hasRemaining()) {
            if (channel.write(current) == 0) {
                return false;
            }
        }
        return channel.flush();
    }

    private void next() {
        if (position == bytes()) {
            finish();
        } else if (position > 0 && position % manner.piece() == 0) {
            exchange.getIoThread().executeAfter(this::read, manner.pause().toNanos(), TimeUnit.NANOSECONDS);
        } else {
            exchange.getIoThread().execute(this::read);
        }
    }

    private void read() {
        Executor reader = body.mayBlock() ? exchange.getConnection().getWorker() : Runnable::run;
        reader.execute(() -> {
            try {
                long most = Math.min(manner.piece() - position % manner.piece(), bytes() - position);
                current = body.read(position, (int) Math.min(most, Sending.MOST_AT_ONCE));
                position += current.remaining();
                exchange.getIoThread().execute(() -> handleEvent(channel));
            } catch (IOException e) {
                Farewell.say(exchange);
            }
        });
    }

    // What is left of an upload that nobody read is read by whoever ends the exchange, and may take its time.
    private void finish() {
        if (manner.cut()) {
            Farewell.say(exchange);
        } else if (exchange.isBlocking()) {
            exchange.dispatch((Runnable) exchange::endExchange);
        } else {
            exchange.endExchange();
        }
    }

    private long bytes() {
        return exchange.getRequestMethod().equals(Methods.HEAD) ? 0 : manner.bytes();
    }
}
