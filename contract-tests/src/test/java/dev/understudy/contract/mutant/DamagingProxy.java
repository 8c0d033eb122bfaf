package dev.understudy.contract.mutant;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.understudy.Understudy;
import dev.understudy.settings.Progression;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An emulator of its own, behind a proxy that damages what it answers. */
final class DamagingProxy implements AutoCloseable {
    private static final List<String> PASSED_ON =
            List.of("Authorization", "X-API-Key", "Accept", "Content-Type", "Range", "If-None-Match");

    private final Understudy emulator =
            Understudy.builder().port(0).progression(Progression.immediate()).start();
    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final Defect defect;

    DamagingProxy(Defect defect) throws IOException {
        this.defect = defect;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        // More than one thread: the emulator fetches its clips through this proxy while a poll waits.
        server.setExecutor(threads);
        server.createContext("/", this::pass);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            Asked asked = asked(exchange);
            HttpResponse<byte[]> response =
                    client.send(request(exchange, defect.forwarded(asked).body()), BodyHandlers.ofByteArray());
            String type = response.headers().firstValue("Content-Type").orElse("");
            Reply reply = through(asked, defect.damage(new Reply(response.statusCode(), type, response.body()), asked));
            if (!reply.contentType().isEmpty()) {
                exchange.getResponseHeaders().set("Content-Type", reply.contentType());
            }
            exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
            exchange.getResponseBody().write(reply.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // What the control API tells is left alone: it tells of bodies that were signed.
    private Reply through(Asked asked, Reply reply) {
        return asked.path().startsWith("/__understudy/")
                ? reply
                : reply.replacing(emulator.baseUrl().getAuthority(), url().getAuthority());
    }

    private static Asked asked(HttpExchange exchange) throws IOException {
        return new Asked(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                exchange.getRequestHeaders().getFirst("Authorization"),
                exchange.getRequestBody().readAllBytes());
    }

    private HttpRequest request(HttpExchange exchange, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        emulator.baseUrl().resolve(exchange.getRequestURI().toString()))
                .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
        for (String header : PASSED_ON) {
            String value = exchange.getRequestHeaders().getFirst(header);
            if (value != null) {
                request.header(header, value);
            }
        }
        return request.build();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        emulator.close();
    }
}
