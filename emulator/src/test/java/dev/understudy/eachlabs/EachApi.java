package dev.understudy.eachlabs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.understudy.Api.Answer;
import dev.understudy.SandboxHandle;
import dev.understudy.Understudy;
import dev.understudy.openapi.ApiDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/** A caller of the API of each::labs with one key: real HTTP, each answer held against the OpenAPI document. */
final class EachApi {

    static final String PREDICTION = "/v1/prediction";

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Understudy understudy;
    private final String key;

    EachApi(Understudy understudy, String key) {
        this.understudy = understudy;
        this.key = key;
    }

    SandboxHandle sandbox() {
        return understudy.sandbox(key);
    }

    Answer get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    Answer post(String path, Object body, String... headers) {
        return send("POST", path, text(body), headers);
    }

    /** A call with the key as a bearer token. */
    Answer send(String method, String path, String body, String... headers) {
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Authorization";
        all[headers.length + 1] = "Bearer " + key;
        return anonymous(method, path, body, all);
    }

    /** A call with no headers but these. */
    Answer anonymous(String method, String path, String body, String... headers) {
        return coming(method, path, body, headers).join();
    }

    /** The answer to come of a call that may wait. */
    CompletableFuture<Answer> coming(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        understudy.baseUrl().resolve(path))
                .method(method, BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.sendAsync(request.build(), HttpResponse.BodyHandlers.ofByteArray())
                .thenApply(response ->
                        checked(method, path, new Answer(response.statusCode(), response.body(), response.headers())));
    }

    private static Answer checked(String method, String path, Answer answer) {
        ApiDocument.EACHLABS.check(method, path, answer.status(), answer.header("Content-Type"), answer.bytes());
        if (answer.header("X-Request-Id").isEmpty()) {
            throw new AssertionError(method + " " + path + ": no X-Request-Id");
        }
        return answer;
    }

    /** Submits a job that must be accepted, and returns its id. */
    String submit(String model, Map<String, ?> input) {
        Answer answer = post(PREDICTION, Map.of("model", model, "input", input));
        if (answer.status() != 200) {
            throw new AssertionError("refused: " + answer.status() + " " + answer.text());
        }
        return answer.json().path("predictionID").asText();
    }

    /** What a poll shows of a job. */
    JsonNode poll(String id) {
        return get(PREDICTION + "/" + id).json();
    }

    /** Pushes the clock past the end of a job at the fast pace, and asks until it has ended: its clip may be on its way. */
    JsonNode await(String id) {
        sandbox().advance(Duration.ofSeconds(1));
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (System.nanoTime() < deadline) {
            JsonNode job = poll(id);
            if (!List.of("created", "processing").contains(job.path("status").asText())) {
                return job;
            }
            LockSupport.parkNanos(1_000_000);
        }
        throw new AssertionError("job " + id + " did not end");
    }

    JsonNode run(String model, Map<String, ?> input) {
        return await(submit(model, input));
    }

    static String text(Object body) {
        try {
            return body instanceof String text ? text : JSON.writeValueAsString(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
