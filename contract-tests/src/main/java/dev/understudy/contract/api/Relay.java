package dev.understudy.contract.api;

import dev.understudy.contract.target.TargetException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Sends what somebody else has asked, once, as it is. Follows no redirect and checks certificates. Whoever uses it sees to it
 * that nothing is spent.
 */
public final class Relay {
    // A job that is waited for in its submit takes minutes.
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final Duration TO_CONNECT = Duration.ofSeconds(20);

    // Those of one connection, and those that the client below sets itself. What comes compressed cannot be read.
    private static final Set<String> NOT_PASSED_ON = Set.of(
            "accept-encoding",
            "connection",
            "content-length",
            "expect",
            "host",
            "http2-settings",
            "keep-alive",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(TO_CONNECT)
            .build();

    /**
     * @param headers by name, in any case
     * @throws TargetException when nobody answers
     */
    public Reply send(String method, URI uri, Map<String, List<String>> headers, byte[] body) {
        HttpRequest request = request(method, uri, headers, body);
        try {
            return reply(client.send(request, BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            // Without the address: it may be one that opens a file.
            throw new TargetException(uri.getHost() + " does not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TargetException("Interrupted while waiting for " + uri.getHost(), e);
        }
    }

    private static HttpRequest request(String method, URI uri, Map<String, List<String>> headers, byte[] body) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(PATIENCE);
            request.method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
            headers.forEach((name, values) -> {
                if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                    values.forEach(value -> request.header(name, value));
                }
            });
            return request.build();
        } catch (IllegalArgumentException e) {
            // Without the cause: the JDK's message quotes the header, which may hold a key.
            throw new TargetException("The method, the address or a header cannot be sent");
        }
    }

    private static Reply reply(HttpResponse<byte[]> response) {
        Map<String, List<String>> headers = new TreeMap<>();
        response.headers().map().forEach((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!NOT_PASSED_ON.contains(lower) && !lower.startsWith(":")) {
                headers.put(lower, List.copyOf(values));
            }
        });
        return new Reply(response.statusCode(), headers, response.body());
    }
}
