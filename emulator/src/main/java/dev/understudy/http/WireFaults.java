package dev.understudy.http;

import dev.understudy.dialect.Reply;
import dev.understudy.fault.Fault;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpServerConnection;
import java.io.IOException;
import java.time.Duration;
import org.xnio.IoUtils;
import org.xnio.Options;

/**
 * Spoils answers on their way. By then the call has been carried out: a job whose submission is answered with a reset
 * exists and is paid for. Only the connection of the answer is touched; after a reset, an empty or a truncated answer
 * it is closed, and what a caller had sent ahead on it is not read. The other faults leave it open.
 */
final class WireFaults {

    /** Pieces that a dribbled body comes in for each second that it takes. */
    private static final int PIECES_A_SECOND = 10;

    private static final long FEWEST_PIECES = 5;

    private WireFaults() {}

    /**
     * Sends an answer with a fault in it.
     *
     * <ul>
     *   <li>{@link Fault.Delay}: the sound answer, later.
     *   <li>{@link Fault.Reset}: TCP's RST and nothing else.
     *   <li>{@link Fault.EmptyReply}: TCP's FIN and nothing else.
     *   <li>{@link Fault.Truncated}: the head, the first half of the body (rounded down), then FIN.
     *   <li>{@link Fault.Malformed}: the head, with the status and the length that it should have, and {@link
     *       Body.Spoiled}.
     *   <li>{@link Fault.Dribble}: the head, then the body in equal pieces, ten for each second of the time and at least
     *       five; the first comes at once, the last when the time is over.
     * </ul>
     *
     * An answer without a body, such as one to HEAD, cannot be malformed or dribbled and comes as it is.
     */
    static void send(HttpServerExchange exchange, Reply.Ready reply, Fault.OnWire fault) {
        if (fault instanceof Fault.Delay delay) {
            Delayed.send(exchange, reply, delay.by());
        } else if (fault instanceof Fault.Reset) {
            reset(exchange);
        } else if (fault instanceof Fault.EmptyReply) {
            Farewell.say(exchange);
        } else {
            Responder.send(exchange, reply, (same, body) -> spoil(same, body, fault));
        }
    }

    private static void spoil(HttpServerExchange exchange, Body body, Fault.OnWire fault) {
        if (fault instanceof Fault.Truncated) {
            Trickle.send(exchange, body, Trickle.Manner.wholly(body.length() / 2, true));
        } else if (fault instanceof Fault.Malformed) {
            Trickle.send(exchange, new Body.Spoiled(body), Trickle.Manner.wholly(body.length(), false));
        } else {
            Trickle.send(exchange, body, dribbled(body.length(), ((Fault.Dribble) fault).over()));
        }
    }

    private static Trickle.Manner dribbled(long bytes, Duration over) {
        long wanted = Math.max(over.toMillis() * PIECES_A_SECOND / 1_000, FEWEST_PIECES);
        long piece = Math.max((bytes + wanted - 1) / wanted, 1);
        long pauses = Math.max((bytes + piece - 1) / piece - 1, 1);
        return new Trickle.Manner(bytes, piece, over.dividedBy(pauses), false);
    }

    // Closing at once with a linger time of zero is what makes a kernel send RST.
    private static void reset(HttpServerExchange exchange) {
        try {
            if (exchange.getConnection() instanceof HttpServerConnection connection) {
                connection.getChannel().setOption(Options.CLOSE_ABORT, true);
            }
        } catch (IOException e) {
            // The caller is gone already.
        }
        IoUtils.safeClose(exchange.getConnection());
        exchange.endExchange();
    }
}
