package dev.understudy.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends requests, repeats what may be repeated, and is the only one to put the key on any of them. */
final class Transport {
    private final Settings settings;
    private final Answers answers;
    private final HttpClient http;

    Transport(Settings settings) {
        this.settings = settings;
        this.answers = new Answers(settings.key(), settings.clock());
        // HTTP/1.1: on a plain http:// base the JDK would otherwise try to upgrade each connection.
        // It follows no redirects unless told to, and must not: that could carry the key to another host.
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .build();
    }

    JsonNode get(Call call, Deadline deadline) throws InterruptedException {
        return send(call, toBase(call).build(), deadline, true);
    }

    /** @param repeatable whether it does nothing that would be paid for twice */
    JsonNode post(Call call, Object input, boolean repeatable) throws InterruptedException {
        String json = Answers.JSON.valueToTree(input).toString();
        HttpRequest request = toBase(call)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build();
        return send(call, request, noDeadline(), repeatable || settings.retrySubmits());
    }

    /** Once, and without the key: the request is the ticket's. */
    void put(Call call, HttpRequest request) throws InterruptedException {
        HttpResponse<byte[]> response = exchange(call, request, settings.awaitTimeout());
        if (response.statusCode() / 100 != 2) {
            throw answers.error(call, response, "");
        }
    }

    Deadline noDeadline() {
        return Deadline.in(Duration.ofDays(365), settings.clock(), null);
    }

    private HttpRequest.Builder toBase(Call call) {
        if (settings.key().occursIn(call.path())) {
            throw new IllegalArgumentException("The API key was given where an id or a model name belongs");
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(settings.baseUrl() + call.path()));
        return request.header("Authorization", settings.key().header());
    }

    private JsonNode send(Call call, HttpRequest request, Deadline deadline, boolean repeatable)
            throws InterruptedException {
        RetryPolicy retries = settings.retries();
        for (int attempt = 1; ; attempt++) {
            try {
                return answers.data(call, exchange(call, request, deadline.limit(settings.requestTimeout())));
            } catch (ApiException | ConnectionException failure) {
                if (!repeatable || !retries.repeats(failure, attempt)) {
                    throw failure;
                }
                Duration delay =
                        retries.delay(failure, attempt, settings.clock().chance());
                deadline.backOff(delay, failure);
            }
        }
    }

    /** Waits for the whole answer: the JDK's own timeout stops counting at the headers, and a body could drip on. */
    private HttpResponse<byte[]> exchange(Call call, HttpRequest request, Duration limit) throws InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(request, BodyHandlers.ofByteArray());
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new ConnectionException(call, " in time", null);
        } catch (ExecutionException e) {
            throw new ConnectionException(call, "", e.getCause());
        } finally {
            // Ends the exchange after a timeout or an interrupt; does nothing to one that is over.
            answer.cancel(true);
        }
    }
}
