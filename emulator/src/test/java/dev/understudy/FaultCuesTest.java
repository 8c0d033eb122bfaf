package dev.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.understudy.fault.Fault;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class FaultCuesTest {

    private static final Understudy UNDERSTUDY = Understudy.builder().seed(7).start();
    private static final String FAULT = "Understudy-Fault";

    @AfterAll
    static void close() {
        UNDERSTUDY.close();
    }

    @Test
    void aHeaderStrikesTheCallThatCarriesItAndNoOther() {
        Api api = new Api(UNDERSTUDY, "header");

        Api.Answer answer = api.get("/api/v3/balance", FAULT, "rate-limited; retry-after=1500ms");
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).isEqualTo("2");
        assertThat(api.get("/api/v3/balance").status()).isEqualTo(200);
        assertThat(api.sandbox().journal().get(0).notes())
                .contains("header: rate-limited; limit=per-minute; retry-after=PT1.5S");
    }

    @Test
    void aCueInAPromptStaysThereAndStrikesItsJob() {
        Api api = new Api(UNDERSTUDY, "cue");
        String prompt = "a walk [[fault: fails; kind=internal; error=\"no, not now\"]] on the beach";
        Api.Answer submitted = api.post(Api.TEXT_TO_VIDEO, Map.of("prompt", prompt));
        String id = submitted.data().path("id").asText();

        assertThat(api.await(id).path("error").asText()).isEqualTo("no, not now");
        assertThat(api.post("/api/v3/predictions", Map.of("include_inputs", true))
                        .data()
                        .at("/items/0/input/prompt")
                        .asText())
                .isEqualTo(prompt);
    }

    @Test
    void aCueInANameStrikesACharacter() {
        Api api = new Api(UNDERSTUDY, "name");
        Map<String, String> joe = Map.of("video", "https://example.com/a.mp4", "name", "Joe [[fault: moderated]]");

        assertThat(api.run(Api.CHARACTERS, joe).path("code").asInt()).isEqualTo(1200);
    }

    @Test
    void aScriptWeighsMoreThanAHeaderThatMoreThanACueAndThatMoreThanTheProfile() {
        Api api = new Api(UNDERSTUDY, "weights");
        String cue = "[[fault: server-error; status=502]]";
        api.sandbox().faults().profile("retired");

        assertThat(submit(api, "a", "").status()).isEqualTo(404);
        assertThat(submit(api, cue, "").status()).isEqualTo(502);
        assertThat(submit(api, cue, "server-error; status=503").status()).isEqualTo(503);
        api.sandbox().faults().next(1, new Fault.Forbidden());
        assertThat(submit(api, cue, "server-error; status=503").status()).isEqualTo(403);
        assertThat(submit(api, cue, "server-error; status=503").status()).isEqualTo(503);
    }

    @Test
    void eachPlaceIsAskedByItself() {
        Api api = new Api(UNDERSTUDY, "places");
        String id = submit(api, "[[fault: stuck, delay; by=1ms]]", "fails")
                .data()
                .path("id")
                .asText();
        api.sandbox().advance(Duration.ofMinutes(1));

        assertThat(api.get("/api/v3/predictions/" + id).data().path("status").asText())
                .isEqualTo("failed");
        assertThat(api.sandbox().journal().get(0).notes())
                .contains("cue in prompt: delay; by=PT0.001S")
                .contains("header: fails; kind=task-failed")
                .noneMatch(note -> note.contains("stuck"));
    }

    @Test
    void whatCouldNeverStrikeIsRefusedAndTheNearestWordIsNamed() {
        Api api = new Api(UNDERSTUDY, "unknown");
        refused(submit(api, "[[fault: stuk]]", ""), "did you mean stuck?");
        refused(submit(api, "a", "rate-limitd"), "did you mean rate-limited?");
        refused(submit(api, "a", "slow; bye=1s"), "did you mean by?");
        refused(submit(api, "a", "slow; by=1s; by=2s"), "twice");
        refused(submit(api, "a", "slow; by"), "name=value");
        refused(submit(api, "a", "slow; by=never"), "PT5S, 5s or 500ms");
        refused(submit(api, "a", "slow, stuck"), "two faults that act in the job");
        refused(submit(api, "a", "sync-timeout"), "enable_sync_mode");
        refused(submit(api, "[[fault: webhook-lost]]", ""), "needs a webhook");
        refused(submit(api, "[[fault:]]", ""), "there are rate-limited");
        refused(api.get("/api/v3/balance", FAULT, "stuck"), "acts in the job");
        refused(api.get("/api/v3/predictions/abc", FAULT, "gone"), "has nothing to do with one");

        assertThat(api.sandbox().ledger().models()).isEmpty();
    }

    private static void refused(Api.Answer answer, String message) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().path("code").asInt()).isEqualTo(400);
        assertThat(answer.json().path("message").asText()).contains(message);
    }

    private static Api.Answer submit(Api api, String prompt, String header) {
        String body = new ObjectMapper().valueToTree(Map.of("prompt", prompt)).toString();
        return header.isEmpty()
                ? api.post(Api.TEXT_TO_VIDEO, body)
                : api.send("POST", Api.TEXT_TO_VIDEO, BodyPublishers.ofString(body), FAULT, header);
    }
}
