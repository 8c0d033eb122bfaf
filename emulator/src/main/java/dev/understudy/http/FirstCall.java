package dev.understudy.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Tells when the first call to a server has come, and when it has been answered. */
final class FirstCall implements HttpHandler {

    private final HttpHandler next;
    private final CountDownLatch come = new CountDownLatch(1);
    private final CountDownLatch answered = new CountDownLatch(1);

    FirstCall(HttpHandler next) {
        this.next = next;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        if (come.getCount() > 0) {
            come.countDown();
            exchange.addExchangeCompleteListener((same, following) -> {
                answered.countDown();
                following.proceed();
            });
        }
        next.handleRequest(exchange);
    }

    /**
     * Waits, in real time, for the answer to a call that comes soon.
     *
     * @return whether there was one
     */
    boolean await(Duration soon, Duration most) {
        try {
            return come.await(soon.toNanos(), TimeUnit.NANOSECONDS)
                    && answered.await(most.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
