package dev.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** What was told to receivers of webhooks, as the control API has it. */
class ToldWebhooksTest {

    private static final String DELIVERIES = "/__understudy/webhooks/deliveries";

    private static Understudy understudy;
    private Api api;

    @BeforeAll
    static void start() {
        understudy = Understudy.builder().seed(7).start();
    }

    @AfterAll
    static void stop() {
        understudy.close();
    }

    @BeforeEach
    void aFrozenClockForEachTest(TestInfo test) {
        api = new Api(understudy, test.getDisplayName());
        api.sandbox().freeze();
    }

    private String submit(String receiver, String prompt) {
        String hook = "?webhook=" + URLEncoder.encode(receiver, StandardCharsets.UTF_8);
        Api.Answer answer = api.post(Api.TEXT_TO_VIDEO + hook, Map.of("prompt", prompt));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.data().path("id").asText();
    }

    private JsonNode told(String query) {
        Api.Answer answer = api.get(DELIVERIES + query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void eachAttemptIsThereWithItsTimeAndWhatTheReceiverSaid() {
        String none = understudy.baseUrl() + "/__understudy/inbox/0123456789abcdef/in?token=s3cret";
        String id = submit(none, "Rain");
        assertThat(told("").path("total").asInt()).isZero();

        api.sandbox().advance(Duration.ofHours(1));

        JsonNode told = told("").path("deliveries").path(0);
        assertThat(told.path("prediction").asText()).isEqualTo(id);
        assertThat(told.path("told").asText()).isEqualTo("completed");
        assertThat(told.path("receiver").asText()).isEqualTo(none.replace("?token=s3cret", ""));
        assertThat(told.path("attempts")).hasSize(4).allSatisfy(attempt -> {
            assertThat(attempt.path("outcome").asText()).isEqualTo("failed");
            assertThat(attempt.path("status").asInt()).isEqualTo(404);
        });
        assertThat(told.path("attempts").path(1).path("at").asText())
                .isGreaterThan(told.path("due").asText());
    }

    @Test
    void theNewestComesFirstAndNothingThatMayBeSecretIsThere() {
        String inbox = understudy.baseUrl() + api.sandbox().inboxPath("in") + "?token=s3cret";
        submit(inbox, "First");
        String last = submit(inbox, "Second");
        api.sandbox().advance(Duration.ofHours(1));

        JsonNode page = told("?limit=1");

        assertThat(page.path("total").asInt()).isEqualTo(2);
        assertThat(page.path("deliveries")).hasSize(1);
        assertThat(page.path("deliveries").path(0).path("prediction").asText()).isEqualTo(last);
        assertThat(page.path("deliveries").path(0).path("attempts").path(0).path("outcome"))
                .hasToString("\"success\"");
        assertThat(told("").toString()).doesNotContain("s3cret", "signature", "Second");
        assertThat(told("?skip=2").path("deliveries")).isEmpty();
        assertThat(api.get(DELIVERIES + "?limit=201").status()).isEqualTo(400);
    }

    @Test
    void whatWasNotSentSaysWhyAndADeletedJobHasNoEnd() {
        String id = submit(understudy.baseUrl() + api.sandbox().inboxPath("in"), "Rain [[fault: webhook-lost]]");
        api.sandbox().advance(Duration.ofHours(1));

        JsonNode attempt = told("").path("deliveries").path(0).path("attempts").path(0);
        assertThat(attempt.path("error").asText()).isEqualTo("not sent: lost on purpose");
        assertThat(attempt.has("status")).isFalse();

        api.send("POST", "/api/v3/predictions/delete", BodyPublishers.ofString("{\"ids\":[\"" + id + "\"]}"));
        assertThat(told("").path("deliveries").path(0).has("told")).isFalse();
    }
}
