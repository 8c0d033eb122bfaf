package dev.understudy.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.WorkerUtils;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;

/**
 * Hangs up on a caller who stops in the middle of a request's body, or stops taking an answer. Time counts while we wait
 * for the caller, and begins anew with every byte. Undertow's own READ_TIMEOUT and WRITE_TIMEOUT count the time between
 * two requests and that of an answer in sync mode as well (2.4.4), so they cannot be had without hanging up on the
 * patient.
 */
final class Stall {

    private final HttpServerExchange exchange;
    private final Duration most;
    private XnioExecutor.Key timer;

    /** @param most how long nothing may move, in real time */
    Stall(HttpServerExchange exchange, Duration most) {
        this.exchange = exchange;
        this.most = most;
    }

    /** It is the caller's turn. */
    synchronized void waiting() {
        if (timer == null) {
            timer = WorkerUtils.executeAfter(
                    exchange.getIoThread(), this::hangUp, most.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Something has moved, or it is not the caller's turn. */
    synchronized void moving() {
        if (timer != null) {
            timer.remove();
            timer = null;
        }
    }

    private void hangUp() {
        IoUtils.safeClose(exchange.getConnection());
        exchange.endExchange();
    }
}
