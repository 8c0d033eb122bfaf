package dev.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.settings.Setting;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Secrets are sent wherever one can be; nothing that is written down may have them. */
@Timeout(60)
class SecretsTest {

    private static final String KEY = "canary-of-the-key-5f2c9d71";
    private static final String TOKEN = "canary-of-the-token-88a1";
    private static final List<String> CANARIES = List.of(
            KEY, TOKEN, "canaryuser", "canarypassword", "canaryquery", "canaryprompt", "canaryfile", "canarydata");

    @Test
    void noneIsInTheJournalTheStreamAnExplanationTheReportOrTheLog() throws Exception {
        List<String> logged = new ArrayList<>();
        Handler ear = ear(logged);
        Logger.getLogger("").addHandler(ear);
        try (Understudy understudy =
                Understudy.builder().with(Setting.CONTROL_TOKEN, TOKEN).start()) {
            Api api = new Api(understudy, KEY);
            List<String> jobs = sendSecretsEverywhere(api);
            StringBuilder said = new StringBuilder(stream(understudy));
            said.append(control(api, "journal")).append(control(api, "hygiene")).append(control(api, "ledger"));
            said.append(control(api, "sandboxes")).append(control(api, "sandbox"));
            jobs.forEach(id -> said.append(control(api, "predictions/" + id + "/explain")));
            for (JsonNode entry : api.get("/__understudy/journal", "Understudy-Token", TOKEN)
                    .json()
                    .path("entries")) {
                said.append(control(api, "journal/" + entry.path("number").asText() + "/explain"));
            }
            said.append(api.sandbox().journal())
                    .append(api.sandbox().hygiene().describe())
                    .append(logged);

            assertThat(said.toString()).contains("wavespeed.submit", "storage.put", "webhook");
            for (String canary : CANARIES) {
                assertThat(said.toString()).as(canary).doesNotContain(canary);
            }
            assertThat(said.toString())
                    .doesNotContain(api.get("/api/v3/webhook/secret")
                            .data()
                            .path("secret")
                            .asText());
        } finally {
            Logger.getLogger("").removeHandler(ear);
        }
    }

    private static List<String> sendSecretsEverywhere(Api api) {
        String hook = URLEncoder.encode(
                "http://canaryuser:canarypassword@127.0.0.1:9/hook?sig=canaryquery1", StandardCharsets.UTF_8);
        List<String> jobs = new ArrayList<>();
        jobs.add(id(api.post(
                Api.TEXT_TO_VIDEO + "?webhook=" + hook + "&api_key=canaryquery2&page=" + KEY,
                Map.of("prompt", "data:text/plain;base64,canaryprompt", KEY, "canarydata"))));
        jobs.add(id(api.post(
                Api.CHARACTERS,
                Map.of("video", "http://canaryuser:canarypassword@127.0.0.1:9/a.mp4?t=canaryquery3", "name", "Joe"))));
        jobs.add(id(
                api.post(Api.CHARACTERS, Map.of("video", "https://example.com/a.mp4?X=canaryquery4", "name", "Joe"))));
        jobs.add(id(api.post(Api.CHARACTERS, Map.of("video", "data:video/mp4;base64,canarydata", "name", KEY))));
        api.post(Api.CHARACTERS, "{\"" + KEY + "\":\"canarydata\"");
        api.post("/api/v3/" + KEY, Map.of());
        api.get("/api/v3/predictions/" + KEY + "/result", "User-Agent", "client (" + KEY + ")");
        api.get("/api/v3/balance", "Understudy-Test", "a test with " + KEY);
        String url = api.upload("canaryfile.mp4", Api.clip("clip-3s.mp4"));
        api.get(URI.create(url).getPath());
        jobs.add(id(api.post(Api.CHARACTERS, Map.of("video", url, "name", "Joe"))));
        api.await(jobs.get(1));
        api.sandbox().advance(Duration.ofMinutes(10));
        return jobs;
    }

    private static String id(Api.Answer submitted) {
        assertThat(submitted.status()).as(submitted.text()).isEqualTo(200);
        return submitted.data().path("id").asText();
    }

    private static String control(Api api, String path) {
        Api.Answer answer = api.get("/__understudy/" + path, "Understudy-Token", TOKEN);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.text();
    }

    /** What a listener is told at first. */
    private static String stream(Understudy understudy) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(understudy.baseUrl().resolve("/__understudy/journal/stream"))
                .headers("Authorization", "Bearer " + KEY, "Understudy-Token", TOKEN)
                .build();
        HttpResponse<InputStream> answer =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            return new String(body.readNBytes(4_000), StandardCharsets.UTF_8);
        }
    }

    private static Handler ear(List<String> logged) {
        return new Handler() {
            @Override
            public void publish(LogRecord entry) {
                logged.add(entry.getMessage() + " " + entry.getThrown());
            }

            @Override
            public void flush() {
                // Nothing is held back.
            }

            @Override
            public void close() {
                // Nothing is held open.
            }
        };
    }
}
