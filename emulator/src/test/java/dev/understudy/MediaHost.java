package dev.understudy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody's web server with clips on it, good and bad. */
final class MediaHost implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final AtomicInteger requests = new AtomicInteger();

    MediaHost() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/clips/", this::fixture);
        server.createContext("/images/", this::fixture);
        server.createContext("/to/", this::redirect);
        server.createContext("/endless", this::endless);
        server.createContext("/silent", this::silent);
        server.createContext("/held/", this::held);
        server.createContext("/missing", exchange -> answer(exchange, 404, new byte[0]));
        server.start();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    int requests() {
        return requests.get();
    }

    private void fixture(HttpExchange exchange) throws IOException {
        answer(exchange, 200, Api.fixture(exchange.getRequestURI().getPath().substring(1)));
    }

    /** Lets what is below {@code /held/} be answered, which waits until then. */
    void release() {
        released.countDown();
    }

    private void held(HttpExchange exchange) throws IOException {
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        answer(exchange, 200, Api.fixture(exchange.getRequestURI().getPath().substring("/held/".length())));
    }

    // "/to/http://example.com/x" redirects there; a relative target stays here.
    private void redirect(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders()
                .set("Location", exchange.getRequestURI().toString().substring("/to/".length()));
        answer(exchange, 302, new byte[0]);
    }

    private void endless(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        exchange.sendResponseHeaders(200, 0);
        byte[] block = new byte[64 * 1024];
        try (OutputStream out = exchange.getResponseBody()) {
            while (closed.getCount() > 0) {
                out.write(block);
            }
        }
    }

    private void silent(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }

    private void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        requests.incrementAndGet();
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        closed.countDown();
        released.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
