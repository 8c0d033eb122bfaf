package dev.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.settings.Setting;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Why did this come out so? */
class ExplainTest {

    private static final Map<String, String> JOE = Map.of("video", "https://example.com/walk.mp4", "name", "Joe");

    private static Understudy understudy;
    private Api api;

    @BeforeAll
    static void start() {
        understudy = Understudy.builder().seed(7).with(Setting.CLOCK, "frozen").start();
    }

    @AfterAll
    static void stop() {
        understudy.close();
    }

    @BeforeEach
    void aKeyForEachTest(TestInfo test) {
        api = new Api(understudy, test.getDisplayName());
    }

    private JsonNode explained(String id) {
        Api.Answer answer = api.get("/__understudy/predictions/" + id + "/explain");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void aJobIsExplainedFromItsTimesToItsMoney() {
        String receiver = api.get("/__understudy/inbox/told").json().path("url").asText();
        Api.Answer submitted = api.post(
                Api.CHARACTERS + "?webhook=" + URLEncoder.encode(receiver, StandardCharsets.UTF_8),
                Map.of("video", "https://example.com/walk.mp4", "name", "Joe", "mood", "good"));
        String id = submitted.data().path("id").asText();
        assertThat(explained(id).path("status").asText()).isEqualTo("queued");
        api.sandbox().advance(Duration.ofSeconds(2));
        api.get("/api/v3/predictions/" + id + "/result");

        JsonNode job = explained(id);
        assertThat(job.path("status").asText()).isEqualTo("completed");
        assertThat(job.path("seed").asLong()).isEqualTo(7);
        assertThat(job.path("times").path("movedBy").asText()).isEqualTo("time");
        assertThat(job.path("times").path("starts").asText())
                .isGreaterThan(job.path("times").path("created").asText())
                .isLessThan(job.path("times").path("ends").asText());
        assertThat(job.path("money")).hasToString("{\"currency\":\"USD\",\"price\":0.001,\"refunded\":false}");
        assertThat(job.path("story").toString())
                .contains("dropped, since the model does not know them: mood")
                .contains("clip not fetched")
                .contains("webhook to http://")
                .contains("wavespeed.result, HTTP 200, completed (entry ")
                .contains("Now it is completed.");
        assertThat(api.sandbox().explain(id).orElseThrow().story())
                .hasSize(job.path("story").size());
    }

    @Test
    void aFaultIsExplainedWithWhoAskedForIt() {
        Api.Answer refused = api.send(
                "POST",
                Api.TEXT_TO_VIDEO,
                BodyPublishers.ofString("{\"prompt\":\"Rain [[fault: stuck]]\"}"),
                "Content-Type",
                "application/json");
        JsonNode job = explained(refused.data().path("id").asText());

        assertThat(job.path("times").path("endless").asBoolean()).isTrue();
        assertThat(job.path("faults").path(0).path("fault").asText()).isEqualTo("stuck");
        assertThat(job.path("faults").path(0).path("origin").asText()).isEqualTo("cue");
        assertThat(job.path("faults").path(0).path("field").asText()).isEqualTo("prompt");
        assertThat(job.path("story").toString()).contains("It never ends.").contains("cue in prompt");
    }

    @Test
    void anAnswerIsExplainedByTheNumberItCarries() {
        Api.Answer refused = api.send(
                "POST",
                Api.TEXT_TO_VIDEO,
                BodyPublishers.ofString("{\"prompt\":\"Rain\"}"),
                "Content-Type",
                "application/json",
                "Understudy-Fault",
                "rate-limited");
        assertThat(refused.status()).isEqualTo(429);
        String number = refused.header("Understudy-Request");

        JsonNode answer =
                api.get("/__understudy/journal/" + number + "/explain").json();
        assertThat(answer.path("story").toString())
                .contains("HTTP 429")
                .contains("A fault struck it: header: rate-limited");
        assertThat(answer.path("entry").path("struck").path(0).path("place").asText())
                .isEqualTo("admission");
        assertThat(api.get("/__understudy/journal/" + number).json()).isEqualTo(answer.path("entry"));
        assertThat(api.sandbox().explain(Long.parseLong(number))).isPresent();
    }

    @Test
    void aRefusalWithoutAFaultIsTheCallsOwnDoing() {
        String number = api.post(Api.CHARACTERS, "{}").header("Understudy-Request");

        assertThat(api.get("/__understudy/journal/" + number + "/explain")
                        .json()
                        .path("story")
                        .toString())
                .contains("No fault struck it: the call itself was refused.")
                .contains("missing required parameter");
    }

    @Test
    void whatNobodyKnowsIsNotFound() {
        for (String path :
                List.of("predictions/0123456789abcdef0123456789abcdef/explain", "journal/99", "journal/99/explain")) {
            assertThat(api.get("/__understudy/" + path).status()).as(path).isEqualTo(404);
        }
        assertThat(api.get("/__understudy/journal/0").status()).isEqualTo(400);
        assertThat(api.sandbox().explain(99)).isEmpty();
    }

    @Test
    void aTestIsToldWhatItsJobsWouldHaveCost() {
        for (String test : List.of("one", "other", "one")) {
            api.send(
                    "POST",
                    Api.TEXT_TO_VIDEO,
                    BodyPublishers.ofString("{\"prompt\":\"Rain\"}"),
                    "Content-Type",
                    "application/json",
                    "Understudy-Test",
                    test);
        }
        api.post(Api.TEXT_TO_VIDEO, Map.of("prompt", "Nobody's"));

        JsonNode ledger = api.get("/__understudy/ledger").json();
        assertThat(ledger.path("tests"))
                .hasToString("[{\"test\":\"one\",\"jobs\":2,\"charged\":0.8,\"refunded\":0,\"net\":0.8},"
                        + "{\"test\":\"other\",\"jobs\":1,\"charged\":0.4,\"refunded\":0,\"net\":0.4}]");
        assertThat(ledger.path("net").decimalValue()).isEqualByComparingTo("1.6");
        assertThat(api.sandbox().ledger().tests()).hasSize(2);
    }

    @Test
    void aClientThatPollsWithoutWaitingIsGradedFromItsOwnCalls() {
        String id = api.post(Api.CHARACTERS, JOE).data().path("id").asText();
        String poll = "/api/v3/predictions/" + id + "/result";
        api.get(poll);
        api.sandbox().advance(Duration.ofMillis(10));
        api.get(poll);

        JsonNode hygiene = api.get("/__understudy/hygiene").json();
        JsonNode rule = hygiene.path("rules").path(0);
        assertThat(hygiene.path("grade").asText()).isEqualTo("C");
        assertThat(rule.path("rule").asText()).isEqualTo("poll-gently");
        assertThat(rule.path("evidence").path(0).path("entries")).hasToString("[2,3]");
        assertThat(api.sandbox().hygiene().grade().name()).isEqualTo("C");
    }

    @Test
    void aClientThatPushesTheClockInsteadOfWaitingBehavesWell() {
        String id = api.post(Api.CHARACTERS, JOE).data().path("id").asText();
        String poll = "/api/v3/predictions/" + id + "/result";
        for (int i = 0; i < 3; i++) {
            api.get(poll);
            api.sandbox().advance(Duration.ofSeconds(1));
        }

        assertThat(api.sandbox().hygiene().describe()).startsWith("grade A");
    }
}
