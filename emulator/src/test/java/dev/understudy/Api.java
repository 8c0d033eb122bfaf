package dev.understudy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.understudy.openapi.ApiDocument;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** A caller with one API key, for tests: real HTTP, real answers, each held against its OpenAPI document. */
public final class Api {

    public static final String CHARACTERS = "/api/v3/openai/sora-2/characters";
    public static final String TEXT_TO_VIDEO = "/api/v3/openai/sora-2/text-to-video";

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Understudy understudy;
    private final String key;

    public Api(Understudy understudy, String key) {
        SeedReport.used(understudy);
        this.understudy = understudy;
        this.key = key;
    }

    /** An answer. */
    public record Answer(int status, byte[] bytes, java.net.http.HttpHeaders headers) {
        public String text() {
            return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            try {
                return JSON.readTree(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(text(), e);
            }
        }

        public JsonNode data() {
            return json().path("data");
        }

        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }

    public SandboxHandle sandbox() {
        return understudy.sandbox(key);
    }

    public Answer get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    public Answer post(String path, Map<String, ?> body) {
        try {
            return post(path, JSON.writeValueAsString(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Answer post(String path, String body) {
        return send("POST", path, BodyPublishers.ofString(body), "Content-Type", "application/json");
    }

    public Answer send(String method, String path, HttpRequest.BodyPublisher body, String... headers) {
        return exchange(method, path, body, "Bearer " + key, headers);
    }

    /** A call whose answer may be spoiled on its way; there is nothing to be said about it then. */
    public void attempt(String method, String path, String body, String... headers) {
        try {
            send(method, path, BodyPublishers.ofString(body), headers);
        } catch (UncheckedIOException spoiled) {
            // As it was meant to be.
        }
    }

    /** A call without an API key. */
    public Answer anonymous(String method, String path, HttpRequest.BodyPublisher body, String... headers) {
        return exchange(method, path, body, null, headers);
    }

    /**
     * Pushes the clock past the end of a job at the fast pace, and asks until the job has ended: its clip may still be
     * on its way. A job that does not end within ten real seconds fails the test.
     */
    public JsonNode await(String id) {
        sandbox().advance(Duration.ofSeconds(1));
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (System.nanoTime() < deadline) {
            JsonNode job = get("/api/v3/predictions/" + id + "/result").data();
            if (List.of("completed", "failed").contains(job.path("status").asText())) {
                return job;
            }
            LockSupport.parkNanos(1_000_000);
        }
        throw new AssertionError("job " + id + " did not end: "
                + get("/api/v3/predictions/" + id + "/result").text());
    }

    /** Submits a job and returns its id. */
    public String submit(String path, Map<String, ?> input) {
        return post(path, input).data().path("id").asText();
    }

    /** What a poll shows of a job. */
    public JsonNode poll(String id) {
        return get("/api/v3/predictions/" + id + "/result").data();
    }

    /** The status that a poll shows of a job. */
    public String status(String id) {
        return poll(id).path("status").asText();
    }

    /** Submits a job that must be accepted, and waits for its end. */
    public JsonNode run(String path, Map<String, ?> input) {
        Answer submitted = post(path, input);
        if (submitted.status() != 200) {
            throw new AssertionError("refused: " + submitted.text());
        }
        return await(submitted.data().path("id").asText());
    }

    /** Uploads a clip the way the official clients do, and returns its download URL. */
    public String upload(String fileName, byte[] content) {
        JsonNode ticket = post("/api/v3/media/uploads", Map.of("filename", fileName, "size", content.length))
                .data();
        URI place = URI.create(ticket.path("upload").path("url").asText());
        Answer put = anonymous("PUT", place.getPath(), BodyPublishers.ofByteArray(content));
        if (put.status() != 200) {
            throw new AssertionError("not taken: " + put.text());
        }
        return ticket.path("download_url").asText();
    }

    /** A clip of the fixtures. */
    public static byte[] clip(String name) {
        return fixture("clips/" + name);
    }

    /** A file of the fixtures, such as {@code images/square.png}. */
    public static byte[] fixture(String name) {
        try (InputStream file = Api.class.getResourceAsStream("/dev/understudy/fixtures/" + name)) {
            if (file == null) {
                throw new AssertionError("there is no fixture " + name);
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String dataUri(byte[] content) {
        return "data:video/mp4;base64," + Base64.getEncoder().encodeToString(content);
    }

    private Answer exchange(
            String method, String path, HttpRequest.BodyPublisher body, String authorization, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        if (authorization != null) {
            all.addAll(List.of("Authorization", authorization));
        }
        HttpRequest.Builder request =
                HttpRequest.newBuilder(understudy.baseUrl().resolve(path)).method(method, body);
        if (!all.isEmpty()) {
            request.headers(all.toArray(String[]::new));
        }
        try {
            HttpResponse<byte[]> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            Answer answer = new Answer(response.statusCode(), response.body(), response.headers());
            check(method, path, body, answer);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    // What a call of the emulated API may send is its tests' business; the control API's requests are read strictly.
    private static void check(String method, String path, HttpRequest.BodyPublisher body, Answer answer) {
        ApiDocument.about(path)
                .ifPresent(document ->
                        document.check(method, path, answer.status(), answer.header("Content-Type"), answer.bytes()));
        if (path.startsWith("/__understudy/") && answer.status() < 300 && !method.equals("HEAD")) {
            ApiDocument.CONTROL.checkRequest(method, path, SentBody.of(body));
        }
    }
}
