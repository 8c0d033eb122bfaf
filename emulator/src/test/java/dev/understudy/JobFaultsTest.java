package dev.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.settings.Setting;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobFaultsTest {

    private static final Understudy UNDERSTUDY =
            Understudy.builder().seed(7).with(Setting.CLOCK, "frozen").start();

    @AfterAll
    static void close() {
        UNDERSTUDY.close();
    }

    @ParameterizedTest
    @CsvSource({
        "missing-parameter, 1400",
        "invalid-parameter, 1401",
        "media-unavailable, 1402",
        "execution-failed, 1403",
        "task-failed, 1405",
        "internal, 5000",
        "unavailable, 5003",
        "timeout, 5004"
    })
    void aFailedJobHasTheCodeOfItsKindAndGetsItsMoneyBack(String kind, int code) {
        Api api = new Api(UNDERSTUDY, "fails " + kind);
        JsonNode job = ended(api, submit(api, "fails; kind=" + kind));

        assertThat(job.path("status").asText()).isEqualTo("failed");
        assertThat(job.path("code").asInt()).isEqualTo(code);
        assertThat(job.path("error").asText()).isNotEmpty();
        assertThat(net(api)).isZero();
    }

    @Test
    void aModeratedJobSaysWhatUsersHaveSeen() {
        Api api = new Api(UNDERSTUDY, "moderated");
        JsonNode job = ended(api, submit(api, "moderated"));

        assertThat(job.path("code").asInt()).isEqualTo(1200);
        assertThat(job.path("error").asText()).startsWith("Content flagged as potentially sensitive.");
        assertThat(job.path("has_nsfw_contents")).isEmpty();
    }

    @Test
    void aStuckJobNeverEndsAndStaysPaidFor() {
        Api api = new Api(UNDERSTUDY, "stuck");
        String id = submit(api, "stuck");
        api.sandbox().advance(Duration.ofDays(6));

        assertThat(status(api, id)).isEqualTo("processing");
        assertThat(net(api)).isPositive();
    }

    @Test
    void aSlowJobTakesLongerAndALateFailureTakesLongerAndFails() {
        Api api = new Api(UNDERSTUDY, "slow");
        String slow = submit(api, "slow; by=PT30S");
        String late = submit(api, "late-failure; delay=30s; error=gave up");
        api.sandbox().advance(Duration.ofSeconds(29));
        assertThat(status(api, slow)).isEqualTo("processing");
        assertThat(status(api, late)).isEqualTo("processing");
        api.sandbox().advance(Duration.ofSeconds(2));

        assertThat(status(api, slow)).isEqualTo("completed");
        assertThat(poll(api, late).path("error").asText()).isEqualTo("gave up");
    }

    @Test
    void aJobMayCompleteWithNothingInIt() {
        Api api = new Api(UNDERSTUDY, "empty");
        JsonNode job = ended(api, submit(api, "empty-outputs"));

        assertThat(job.path("status").asText()).isEqualTo("completed");
        assertThat(job.path("outputs")).isEmpty();
        assertThat(net(api)).isPositive();
    }

    @Test
    void aFallbackIsAnnouncedInPollsOnlyIfItIsTo() {
        Api api = new Api(UNDERSTUDY, "fallback");

        assertThat(ended(api, submit(api, "fallback; model=a/b")).path("model").asText())
                .isEqualTo("openai/sora-2/text-to-video");
        assertThat(ended(api, submit(api, "fallback; model=a/b; announced=true"))
                        .path("model")
                        .asText())
                .isEqualTo("a/b");
    }

    @Test
    void staleReadsAreUsedUpByPollsAndNotByLists() {
        Api api = new Api(UNDERSTUDY, "stale");
        String id = submit(api, "stale-read; polls=2");
        api.sandbox().advance(Duration.ofSeconds(2));

        assertThat(listed(api)).isEqualTo("processing");
        assertThat(listed(api)).isEqualTo("processing");
        assertThat(listed(api)).isEqualTo("processing");
        assertThat(status(api, id)).isEqualTo("processing");
        assertThat(status(api, id)).isEqualTo("processing");
        assertThat(status(api, id)).isEqualTo("completed");
        assertThat(listed(api)).isEqualTo("completed");
    }

    @Test
    void manyPollersTogetherUseUpExactlyTheStaleReadsThereAre() throws Exception {
        Api api = new Api(UNDERSTUDY, "stale together");
        String id = submit(api, "stale-read; polls=10");
        api.sandbox().advance(Duration.ofSeconds(2));
        ExecutorService pollers = Executors.newFixedThreadPool(16);
        List<Future<String>> polls = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            polls.add(pollers.submit(() -> status(api, id)));
        }
        pollers.shutdown();

        int stale = 0;
        for (Future<String> poll : polls) {
            stale += poll.get().equals("processing") ? 1 : 0;
        }
        assertThat(stale).isEqualTo(10);
    }

    @Test
    void aJobThatVanishesIsKnownToNobodyAndInNoList() {
        Api api = new Api(UNDERSTUDY, "vanish");
        String gone = submit(api, "vanish; after=PT1M");
        String other = submit(api, "slow; by=PT1S");
        api.sandbox().advance(Duration.ofSeconds(59));
        assertThat(status(api, gone)).isEqualTo("completed");
        api.sandbox().advance(Duration.ofSeconds(1));

        assertThat(api.get("/api/v3/predictions/" + gone).status()).isEqualTo(404);
        JsonNode list = api.post("/api/v3/predictions", Map.of()).data();
        assertThat(list.path("total").asInt()).isEqualTo(1);
        assertThat(list.at("/items/0/id").asText()).isEqualTo(other);
        assertThat(api.post("/api/v3/predictions/delete", Map.of("ids", List.of(gone)))
                        .data()
                        .path("deleted_count")
                        .asInt())
                .isZero();
    }

    @Test
    void aSyncWaitMayRunIntoItsLimitAtOnce() {
        Api api = new Api(UNDERSTUDY, "sync");
        Map<String, Object> input = new HashMap<>(Map.of("prompt", "a [[fault: sync-timeout]]"));
        input.put("enable_sync_mode", true);
        JsonNode answer = api.post(Api.TEXT_TO_VIDEO, input).data();

        assertThat(answer.path("code").asInt()).isEqualTo(5004);
        assertThat(ended(api, answer.path("id").asText()).path("status").asText())
                .isEqualTo("completed");
    }

    @Test
    void aWebhookFaultIsRememberedByTheJobThatWasSubmittedWithIt() {
        Api api = new Api(UNDERSTUDY, "webhook");
        String receiver = "?webhook=http://host" + api.sandbox().inboxPath("in");
        api.post(Api.TEXT_TO_VIDEO + receiver, Map.of("prompt", "a [[fault: webhook-duplicate]]"));
        api.post(Api.TEXT_TO_VIDEO + receiver, Map.of("prompt", "b"));
        api.sandbox().faults().prediction("nobody").always("webhook-lost");
        api.sandbox().advance(Duration.ofMinutes(5));

        assertThat(api.sandbox().inbox("in")).hasSize(3);
        api.sandbox().faults().always("webhook-lost");
        api.post(Api.TEXT_TO_VIDEO + receiver, Map.of("prompt", "c"));
        api.sandbox().advance(Duration.ofMinutes(5));
        assertThat(api.sandbox().inbox("in")).hasSize(3);
        assertThat(api.sandbox().faults().accounts().get(1).struck()).isEqualTo(1);
    }

    private static String submit(Api api, String fault) {
        Api.Answer answer = api.post(Api.TEXT_TO_VIDEO, Map.of("prompt", "a [[fault: " + fault + "]]"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.data().path("id").asText();
    }

    private static JsonNode ended(Api api, String id) {
        api.sandbox().advance(Duration.ofSeconds(2));
        return poll(api, id);
    }

    private static JsonNode poll(Api api, String id) {
        return api.get("/api/v3/predictions/" + id).data();
    }

    private static String status(Api api, String id) {
        return poll(api, id).path("status").asText();
    }

    private static String listed(Api api) {
        return api.post("/api/v3/predictions", Map.of())
                .data()
                .at("/items/0/status")
                .asText();
    }

    private static BigDecimal net(Api api) {
        return api.sandbox().ledger().net();
    }
}
