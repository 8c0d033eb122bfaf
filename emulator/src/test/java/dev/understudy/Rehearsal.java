package dev.understudy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One fixed sequence of requests, and all that was answered. It touches everything that is drawn, dated or put into an
 * order: ids, ends, faults, webhooks and their retries, money, lists, uploads, files, the journal.
 */
final class Rehearsal {

    /** An answer: what was asked, and every byte that may not differ between two runs. */
    record Step(String asked, int status, Map<String, List<String>> headers, String body) {
        @Override
        public String toString() {
            return asked + "\nHTTP " + status + " " + headers + "\n" + body;
        }
    }

    // A server's name is not what is compared, so callers say how they know it.
    private static final String[] KNOWN_AS = {"X-Forwarded-Host", "understudy.test"};
    private static final List<String> OWN_TO_A_RUN = List.of("date", "connection");
    private static final ObjectMapper JSON = new ObjectMapper();

    // Taken, with a remark: small for a clip.
    private static final byte[] SMALL = Api.clip("small-480p.mp4");

    private final URI server;
    private final String key;
    private final List<Step> steps = new ArrayList<>();
    private final List<String> jobs = new ArrayList<>();

    Rehearsal(URI server, String key) {
        this.server = server;
        this.key = key;
    }

    List<Step> play() {
        standing();
        submitting();
        spoiling();
        for (String by : List.of("PT0.2S", "PT1S", "PT30S", "PT2M", "PT1H")) {
            post("/__understudy/clock/advance", Map.of("by", by));
            get("/__understudy/inbox/in");
            jobs.stream().limit(5).forEach(id -> get("/api/v3/predictions/" + id + "/result"));
        }
        uploading();
        looking();
        return steps;
    }

    private void standing() {
        get("/api/v3/balance");
        get("/api/v3/models");
        get("/api/v3/webhook/secret");
        post("/api/v3/model/price", Map.of("model_id", "openai/sora-2/text-to-video", "inputs", Map.of("duration", 8)));
        get("/api/v3/predictions/none/result");
        post("/api/v3/openai/sora-3/text-to-video", Map.of("prompt", "x"));
        post(Api.CHARACTERS, Map.of("name", "no clip"));
        post(Api.CHARACTERS, "{");
    }

    private void submitting() {
        String inbox = json(get("/__understudy/inbox/in")).path("url").asText();
        List<String> clips = List.of("clip-3s.mp4", "clip-1.9s.mp4", "clip-2s.webm", "small-480p.mp4", "text.mp4");
        for (int i = 0; i < 10; i++) {
            String clip = Api.dataUri(Api.clip(clips.get(i % clips.size())));
            submit(Api.CHARACTERS + "?webhook=" + inbox, Map.of("name", "Joe " + i, "video", clip));
        }
        for (String cue : List.of("", "webhook-out-of-order", "webhook-duplicate", "stuck", "webhook-bad-signature")) {
            String prompt = cue.isEmpty() ? "Joe waves" : "Joe waves [[fault: " + cue + "]]";
            submit(Api.TEXT_TO_VIDEO + "?webhook=" + inbox, Map.of("prompt", prompt, "duration", 4));
        }
    }

    private void spoiling() {
        for (String fault :
                List.of("truncated", "malformed", "reset", "empty-reply", "rate-limited", "gateway-timeout")) {
            // A client asks again on its own where it thinks that it may, which is never with POST.
            send("POST", "/api/v3/predictions", BodyPublishers.ofString("{}"), "Understudy-Fault", fault);
            send("POST", Api.TEXT_TO_VIDEO, BodyPublishers.ofString("{\"prompt\":\"a\"}"), "Understudy-Fault", fault);
        }
    }

    private void uploading() {
        Step ticket = post("/api/v3/media/uploads", Map.of("filename", "joe.mp4", "size", SMALL.length));
        String put = path(json(ticket).path("data").path("upload").path("url"));
        send("PUT", put, BodyPublishers.ofByteArray(SMALL));
        String url = json(ticket).path("data").path("download_url").asText();
        get(URI.create(url).getPath(), "Range", "bytes=100-999");
        for (String clip : List.of(url, url + "x", url)) {
            submit(Api.CHARACTERS, Map.of("name", "from an upload", "video", clip));
        }
        post("/__understudy/clock/advance", Map.of("by", "PT1M"));
    }

    private void looking() {
        String video = "";
        for (String id : jobs) {
            Step poll = get("/api/v3/predictions/" + id);
            video = json(poll).path("data").path("outputs").path(0).isTextual()
                    ? path(json(poll).path("data").path("outputs").path(0))
                    : video;
        }
        get(video);
        get(video, "Range", "bytes=-500");
        send("DELETE", "/api/v3/predictions/" + jobs.get(3), BodyPublishers.noBody());
        post("/api/v3/predictions", Map.of("page", 1, "page_size", 50));
        get("/api/v3/predictions?status=failed");
        post("/api/v3/billings/search", Map.of("page", 1, "page_size", 50));
        post(
                "/api/v3/user/usage_stats",
                Map.of("start_time", "2026-03-01T00:00:00Z", "end_time", "2026-03-02T00:00:00Z"));
        get("/api/v3/balance");
        get("/__understudy/inbox/in");
        get("/__understudy/ledger");
        get("/__understudy/journal");
    }

    private void submit(String path, Map<String, Object> input) {
        String id = json(post(path, input)).path("data").path("id").asText();
        if (!id.isEmpty()) {
            jobs.add(id);
        }
    }

    private Step get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    private Step post(String path, Map<String, ?> body) {
        try {
            return post(path, JSON.writeValueAsString(new TreeMap<>(body)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Step post(String path, String body) {
        return send("POST", path, BodyPublishers.ofString(body), "Content-Type", "application/json");
    }

    private Step send(String method, String path, HttpRequest.BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path))
                .method(method, body)
                .headers(KNOWN_AS)
                .header("Authorization", "Bearer " + key);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        Step step;
        try {
            HttpResponse<byte[]> answer =
                    HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            Map<String, List<String>> told = new TreeMap<>(answer.headers().map());
            told.keySet().removeAll(OWN_TO_A_RUN);
            step = new Step(
                    method + " " + path,
                    answer.statusCode(),
                    told,
                    new String(answer.body(), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            step = new Step(method + " " + path, 0, Map.of(), e.getClass().getName());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        steps.add(step);
        return step;
    }

    private static JsonNode json(Step step) {
        try {
            return JSON.readTree(step.body());
        } catch (IOException e) {
            return JSON.missingNode();
        }
    }

    private static String path(JsonNode url) {
        return URI.create(url.asText("/")).getPath();
    }
}
