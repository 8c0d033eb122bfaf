package dev.understudy.http;

import dev.understudy.dialect.Reply;
import io.undertow.server.HttpServerExchange;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.xnio.XnioExecutor;

/** An answer that waits before it is sent; no thread waits with it, and a caller who hangs up leaves nothing behind. */
final class Delayed {

    private final HttpServerExchange exchange;
    private final Reply.Ready reply;
    private HangupWatch watch;
    private XnioExecutor.Key timer;

    private Delayed(HttpServerExchange exchange, Reply.Ready reply) {
        this.exchange = exchange;
        this.reply = reply;
    }

    /** @param by in real time */
    static void send(HttpServerExchange exchange, Reply.Ready reply, Duration by) {
        Delayed delayed = new Delayed(exchange, reply);
        try {
            exchange.dispatch(exchange.getIoThread(), () -> delayed.begin(by));
        } catch (RejectedExecutionException e) {
            // The server is being stopped, and hangs up.
        }
    }

    private void begin(Duration by) {
        try {
            timer = exchange.getIoThread().executeAfter(this::arrive, by.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            return; // Likewise.
        }
        // What is left of a request's body that nobody read must stay where it is.
        if (exchange.isRequestComplete()) {
            watch = HangupWatch.begin(exchange, this::hungUp);
        }
    }

    private void hungUp() {
        timer.remove();
        exchange.endExchange();
    }

    private void arrive() {
        if (watch != null) {
            watch.end();
        }
        if (exchange.isBlocking() || reply instanceof Reply.File) {
            exchange.dispatch(() -> Responder.send(exchange, reply));
        } else {
            Responder.send(exchange, reply);
        }
    }
}
