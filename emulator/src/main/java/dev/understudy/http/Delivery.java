package dev.understudy.http;

import dev.understudy.dialect.Reply;
import dev.understudy.fault.Fault;
import io.undertow.server.HttpServerExchange;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Takes one reply to its caller: at once, when it has been made, or when it has come. While it is still to come, no
 * thread waits, and the caller may hang up.
 *
 * @param refusal turns what went wrong into an answer
 * @param journal is told of the answer that is sent, or of {@link #HUNG_UP}; where a fault spoils it, of the answer as
 *     it should have come
 * @param wire what is to happen to the answer's bytes, asked when the answer is there
 */
record Delivery(
        HttpServerExchange exchange,
        Function<Exception, Reply> refusal,
        Consumer<Reply.Ready> journal,
        Supplier<Optional<Fault.OnWire>> wire) {

    /** Stands in the journal for the answer that nobody waited for; the status is the one nginx made known. */
    static final Reply.Ready HUNG_UP = new Reply.Content(499, "", new byte[0]);

    void deliver(Reply reply) {
        if (reply instanceof Reply.Later later) {
            exchange.dispatch(exchange.getIoThread(), () -> await(later));
        } else if (reply instanceof Reply.Costly costly) {
            onWorker(() -> deliver(made(costly)));
        } else if (reply instanceof Reply.File file) {
            onWorker(() -> send(file));
        } else {
            send((Reply.Ready) reply);
        }
    }

    private void send(Reply.Ready reply) {
        journal.accept(reply);
        wire.get()
                .ifPresentOrElse(
                        fault -> WireFaults.send(exchange, reply, fault), () -> Responder.send(exchange, reply));
    }

    private Reply made(Reply.Costly costly) {
        try {
            return costly.making().get();
        } catch (RuntimeException problem) {
            return refusal.apply(problem);
        }
    }

    private void onWorker(Runnable work) {
        if (exchange.isInIoThread()) {
            exchange.dispatch(work);
        } else {
            work.run();
        }
    }

    private void await(Reply.Later later) {
        HangupWatch watch = HangupWatch.begin(exchange, () -> later.coming().cancel(false));
        later.coming()
                .whenComplete((reply, problem) -> exchange.getIoThread().execute(() -> {
                    watch.end();
                    arrive(later, reply, problem);
                }));
    }

    private void arrive(Reply.Later later, Reply reply, Throwable problem) {
        if (later.coming().isCancelled()) {
            journal.accept(HUNG_UP);
            exchange.endExchange();
        } else {
            deliver(problem == null ? reply : refusal.apply(cause(problem)));
        }
    }

    private static Exception cause(Throwable problem) {
        Throwable cause = problem instanceof CompletionException wrapped ? wrapped.getCause() : problem;
        return cause instanceof Exception exception ? exception : new IllegalStateException(cause);
    }
}
