package dev.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Keys that come where none belongs, or where only one provider has one, and what the console and reports make of them. */
@Timeout(60)
class StrayKeysTest {

    private static final String KEY = "stray-canary-of-the-account-11";
    private static final String SIGNED =
            "https://bucket.example/clip-3s.mp4?X-Amz-Credential=straycanary2&X-Amz-Signature=" + "straycanary3";
    private static final String HOOK = "http://u:straycanary4@127.0.0.1:9/h?token=straycanary5";
    private static final List<String> CANARIES = List.of(KEY, "straycanary");
    private static final List<String> VIEWS = List.of(
            "journal",
            "predictions",
            "characters",
            "sandboxes",
            "sandbox",
            "hygiene",
            "ledger",
            "faults",
            "snapshots",
            "clock",
            "models",
            "webhooks/endpoints",
            "metrics");

    @Test
    void noneIsShownByTheConsolesCallsTheStreamTheMetricsOrTheReport() throws Exception {
        try (Understudy understudy = Understudy.builder().start()) {
            Api api = new Api(understudy, KEY);
            List<String> jobs = strayKeys(api);
            api.sandbox().advance(Duration.ofMinutes(10));
            StringBuilder shown = new StringBuilder();
            VIEWS.forEach(view ->
                    shown.append(view).append(": ").append(view(api, view)).append('\n'));
            jobs.forEach(id ->
                    shown.append(view(api, "predictions/" + id + "/explain")).append('\n'));
            for (JsonNode entry : api.get("/__understudy/journal").json().path("entries")) {
                shown.append(view(api, "journal/" + entry.path("number").asText() + "/explain"))
                        .append('\n');
            }
            shown.append(stream(understudy))
                    .append(understudy.report())
                    .append(api.sandbox().journal());

            assertThat(jobs).hasSize(6).doesNotContain("");
            assertThat(shown.toString()).contains("bucket.example", "eachlabs.submit", "openai.submit");
            for (String canary : CANARIES) {
                assertThat(shown.toString().lines().filter(line -> line.contains(canary)))
                        .isEmpty();
            }
        }
    }

    private static List<String> strayKeys(Api api) {
        List<String> jobs = new ArrayList<>();
        Map<String, ?> fields =
                Map.of("prompt", "use " + KEY, "api_key", "straycanary6", "Authorization", "straycanary7");
        jobs.add(id(api.post(Api.TEXT_TO_VIDEO + "?api_key=" + KEY + "&webhook=" + HOOK, fields)));
        jobs.add(id(api.post(Api.CHARACTERS, Map.of("video", SIGNED, "name", KEY))));
        jobs.add(id(api.post(Api.TEXT_TO_VIDEO + "?token=straycanary8", Map.of("prompt", "see " + SIGNED))));
        jobs.add(id(keyed(api, "/v1/prediction", EACH)));
        jobs.add(id(keyed(api, "/v1/sora/generations", "{\"model\":\"sora-2\",\"prompt\":\"a walk\"}")));
        jobs.add(id(keyed(api, "/v1/videos", "{\"model\":\"sora-2\",\"prompt\":\"a tree\"}")));
        api.post("/__understudy/webhooks/endpoints", Map.of("url", HOOK, "events", List.of("video.completed")));
        return jobs;
    }

    private static final String EACH =
            "{\"model\":\"sora-2-text-to-video\",\"version\":\"0.0.1\",\"input\":{\"prompt\":\"" + KEY
                    + "\"},\"webhook_url\":\"" + HOOK + "\",\"webhook_secret\":\"straycanary11\"}";

    private static Api.Answer keyed(Api api, String path, String body) {
        return api.anonymous(
                "POST",
                path,
                BodyPublishers.ofString(body),
                "X-API-Key",
                KEY,
                "Authorization",
                "Bearer " + KEY,
                "Content-Type",
                "application/json");
    }

    private static String id(Api.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 202);
        JsonNode json = answer.json().has("data") ? answer.data() : answer.json();
        return json.path(json.has("predictionID") ? "predictionID" : json.has("id") ? "id" : "task_id")
                .asText();
    }

    private static String view(Api api, String path) {
        Api.Answer answer = api.get("/__understudy/" + path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.text();
    }

    /** What a listener is told at first. */
    private static String stream(Understudy understudy) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(understudy.baseUrl().resolve("/__understudy/journal/stream"))
                .header("Authorization", "Bearer " + KEY)
                .build();
        try (InputStream body = HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofInputStream())
                .body()) {
            return new String(body.readNBytes(2_000), StandardCharsets.UTF_8);
        }
    }
}
