package dev.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.settings.Setting;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A key and a token go through every wire format, rightly and wrongly, with every log at its loudest. */
@Timeout(60)
class CanaryTest {

    private static final String KEY = "canary-of-the-key-77c1e2";
    private static final String TOKEN = "canary-of-the-token-41ab";
    private static final Pattern ID = Pattern.compile("\"(?:id|predictionID)\":\"([A-Za-z0-9_-]+)\"");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final List<String> logged = Collections.synchronizedList(new ArrayList<>());
    private final List<String> answered = new ArrayList<>();

    @Test
    void noneSingsInALogAnAnswerTheMetricsOrAReport() throws Exception {
        Logger root = Logger.getLogger("");
        Logger ownClient = Logger.getLogger("jdk");
        Level before = root.getLevel();
        Handler ear = ear();
        // The caller's own client in this process may log what it sends.
        ownClient.setLevel(Level.OFF);
        root.addHandler(ear);
        root.setLevel(Level.ALL);
        try (Understudy understudy =
                Understudy.builder().with(Setting.CONTROL_TOKEN, TOKEN).start()) {
            List<String> jobs = everyDialect(understudy);
            understudy.sandbox(KEY).advance(Duration.ofMinutes(5));
            for (String path : List.of(
                    "journal",
                    "journal?limit=5",
                    "ledger",
                    "hygiene",
                    "metrics",
                    "snapshots",
                    "clock",
                    "faults",
                    "live",
                    "ready",
                    "config",
                    "sandboxes",
                    "profiles",
                    "balance",
                    "nothing")) {
                call(understudy, "GET", "/__understudy/" + path, "");
            }
            for (String job : jobs) {
                call(understudy, "GET", "/__understudy/predictions/" + job + "/explain", "");
            }
            answered.add(understudy.report().toString());
            answered.add(understudy.sandbox(KEY).journal().toString());
        } finally {
            root.removeHandler(ear);
            root.setLevel(before);
            ownClient.setLevel(null);
        }

        assertThat(logged).as("what is looked through").hasSizeGreaterThan(20);
        assertThat(answered).hasSizeGreaterThan(25);
        for (String canary : List.of(KEY, TOKEN, "canarypassword", "canarysecret")) {
            assertThat(logged).as("the log").noneMatch(line -> line.contains(canary));
            assertThat(answered).as("the answers").noneMatch(answer -> answer.contains(canary));
        }
    }

    private List<String> everyDialect(Understudy understudy) throws Exception {
        String hook = "http://canaryuser:canarypassword@127.0.0.1:9/x?token=canarysecret";
        List<String> jobs = new ArrayList<>();
        jobs.add(call(understudy, "POST", Api.TEXT_TO_VIDEO, "{\"prompt\":\"a cat\"}"));
        jobs.add(call(understudy, "POST", Api.TEXT_TO_VIDEO + "?webhook=" + hook, "{\"prompt\":\"a cat\"}"));
        jobs.add(call(
                understudy,
                "POST",
                "/v1/prediction",
                "{\"model\":\"sora-2-text-to-video\",\"version\":\"0.0.1\","
                        + "\"input\":{\"prompt\":\"a\"},\"webhook_url\":\"" + hook
                        + "\",\"webhook_secret\":\"canarysecret\"}"));
        jobs.add(call(understudy, "POST", "/v1/sora/generations", "{\"model\":\"sora-2\",\"prompt\":\"a walk\"}"));
        jobs.add(call(understudy, "POST", "/v1/videos", "{\"model\":\"sora-2\",\"prompt\":\"a tree\"}"));
        for (String path : List.of(Api.CHARACTERS, "/v1/prediction", "/v1/sora/characters", "/v1/videos", "/nothing")) {
            call(understudy, "POST", path, "{\"" + KEY + "\":");
            call(understudy, "POST", path + "?api_key=" + KEY, "{\"video\":\"" + hook + "\",\"name\":\"Joe\"}");
            call(understudy, "GET", path + "/none", "");
        }
        return jobs;
    }

    // The first id in the answer, if there is one.
    private String call(Understudy understudy, String method, String path, String body) throws Exception {
        HttpResponse<String> answer = HTTP.send(
                HttpRequest.newBuilder(java.net.URI.create(understudy.baseUrl() + path))
                        .headers("Authorization", "Bearer " + KEY, "X-API-Key", KEY, "Understudy-Token", TOKEN)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        answered.add(answer.headers().map() + "\n" + answer.body());
        Matcher id = ID.matcher(answer.body());
        return id.find() ? id.group(1) : "none";
    }

    private Handler ear() {
        Handler ear = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                StringBuilder text = new StringBuilder().append(entry.getMessage());
                for (Object part : entry.getParameters() == null ? new Object[0] : entry.getParameters()) {
                    text.append(' ').append(part);
                }
                for (Throwable cause = entry.getThrown(); cause != null; cause = cause.getCause()) {
                    text.append(' ').append(cause);
                }
                logged.add(text.toString());
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
        ear.setLevel(Level.ALL);
        return ear;
    }
}
