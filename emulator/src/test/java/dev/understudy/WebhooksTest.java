package dev.understudy;

import static dev.understudy.WebhookJobs.frozen;
import static dev.understudy.WebhookJobs.notes;
import static dev.understudy.WebhookJobs.submit;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.settings.Progression;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Webhooks as a receiver on the network sees them. */
class WebhooksTest {

    private static final Map<String, String> JOE = Map.of("video", "https://example.com/a.mp4", "name", "Joe");
    private static final Map<String, String> TOO_LONG = Map.of("video", "https://example.com/a-9s.mp4", "name", "Joe");

    @Test
    void anEndedJobIsTold() throws Exception {
        try (Understudy understudy = Understudy.builder().seed(7).start();
                Receiver receiver = new Receiver()) {
            Api api = frozen(understudy, "told");
            String id = submit(api, receiver.url("/hook?user=7"), JOE);

            api.sandbox().advance(Duration.ofSeconds(1));

            assertThat(receiver.rest()).hasSize(1);
            Receiver.Got got = receiver.next();
            assertThat(got.target()).isEqualTo("/hook?user=7");
            assertThat(got.header("Content-Type")).isEqualTo("application/json");
            assertThat(got.header("webhook-id")).isEqualTo(id);
            JsonNode polled = api.get("/api/v3/predictions/" + id + "/result").data();
            assertThat(got.body())
                    .isEqualTo("{\"id\":\"" + id + "\",\"model\":\"openai/sora-2/characters\","
                            + "\"input\":{\"video\":\"https://example.com/a.mp4\",\"name\":\"Joe\"},"
                            + "\"outputs\":" + polled.path("outputs") + ",\"urls\":" + polled.path("urls")
                            + ",\"has_nsfw_contents\":[false],\"status\":\"completed\","
                            + "\"created_at\":" + polled.path("created_at") + ",\"error\":\"\","
                            + "\"executionTime\":" + polled.path("executionTime")
                            + ",\"timings\":" + polled.path("timings") + "}");
            assertThat(notes(api))
                    .containsExactly("webhook to " + receiver.url("/hook") + ", attempt 1 of 4: HTTP 200");
        }
    }

    @Test
    void aFailedJobIsToldWithoutOutputs() throws Exception {
        try (Understudy understudy = Understudy.builder().start();
                Receiver receiver = new Receiver()) {
            Api api = frozen(understudy, "failed");
            submit(api, receiver.url("/hook"), TOO_LONG);

            api.sandbox().advance(Duration.ofSeconds(1));

            String body = receiver.next().body();
            assertThat(body)
                    .contains("\"has_nsfw_contents\":[],\"status\":\"failed\"")
                    .doesNotContain("\"outputs\"");
            assertThat(body).containsPattern("\"error\":\"[^\"]+\"");
        }
    }

    @Test
    void theSignatureIsTheDocumentedOneOverWhatWasSent() throws Exception {
        try (Understudy understudy = Understudy.builder().start();
                Receiver receiver = new Receiver()) {
            Api api = frozen(understudy, "signed");
            Instant submitted = api.sandbox().now();
            submit(api, receiver.url("/hook"), JOE);
            api.sandbox().advance(Duration.ofSeconds(1));

            Api.Answer answer = api.get("/api/v3/webhook/secret");
            assertThat(answer.text())
                    .matches("\\{\"code\":200,\"data\":\\{\"secret\":\"whsec_[A-Za-z0-9+/=]{44}\"\\}\\}");
            String key = answer.data().path("secret").asText().substring("whsec_".length());
            Receiver.Got got = receiver.next();
            String signed = got.header("webhook-id") + "." + got.header("webhook-timestamp") + "." + got.body();
            assertThat(got.header("webhook-signature")).isEqualTo("v3," + HandmadeHmac.hex(key, signed));
            assertThat(Long.parseLong(got.header("webhook-timestamp")))
                    .isBetween(submitted.getEpochSecond(), submitted.getEpochSecond() + 1);
            assertThat(new Api(understudy, "another")
                            .get("/api/v3/webhook/secret")
                            .text())
                    .isNotEqualTo(answer.text());
            assertThat(api.sandbox().journal().toString()).doesNotContain(key);
        }
    }

    @Test
    void aFrozenClockDeliversNothing() throws Exception {
        try (Understudy understudy = Understudy.builder().start();
                Receiver receiver = new Receiver()) {
            Api api = frozen(understudy, "frozen");
            submit(api, receiver.url("/hook"), JOE);

            // Whatever could be on its way has been when the webhook of a key whose clock runs has come.
            String other = submit(new Api(understudy, "running"), receiver.url("/hook"), JOE);
            assertThat(receiver.next().header("webhook-id")).isEqualTo(other);
            assertThat(receiver.rest()).isEmpty();
            api.sandbox().advance(Duration.ZERO);
            assertThat(receiver.rest()).isEmpty();
        }
    }

    @Test
    void theEndIsToldWhenTheClipHasBeenReadToo() throws Exception {
        try (Understudy understudy = Understudy.builder()
                        .progression(Progression.immediate())
                        .start();
                MediaHost media = new MediaHost();
                Receiver receiver = new Receiver()) {
            Api api = frozen(understudy, "clip");
            submit(api, receiver.url("/hook"), Map.of("video", media.url("/missing"), "name", "Joe"));

            api.sandbox().advance(Duration.ZERO);

            assertThat(receiver.next().body()).contains("\"status\":\"failed\"").contains("HTTP 404");
        }
    }

    @Test
    void webhooksComeInTheOrderInWhichJobsEndTheSameInEveryRun() throws Exception {
        List<String> order = order(3);

        assertThat(order).hasSize(20);
        assertThat(order(3)).isEqualTo(order);
        assertThat(order(4)).isNotEqualTo(order);
    }

    private static List<String> order(long seed) throws IOException {
        List<String> submitted = new ArrayList<>();
        try (Understudy understudy = Understudy.builder().seed(seed).start();
                Receiver receiver = new Receiver()) {
            Api api = frozen(understudy, "order");
            for (int i = 0; i < 20; i++) {
                submitted.add(submit(api, receiver.url("/hook"), JOE));
            }
            api.sandbox().advance(Duration.ofSeconds(1));
            List<String> got = receiver.rest().stream()
                    .map(one -> one.header("webhook-id"))
                    .toList();
            assertThat(got).containsExactlyInAnyOrderElementsOf(submitted).isNotEqualTo(submitted);
            return got;
        }
    }
}
