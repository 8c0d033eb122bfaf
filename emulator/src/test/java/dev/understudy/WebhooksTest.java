package dev.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.journal.Entry;
import dev.understudy.settings.Egress;
import dev.understudy.settings.Progression;
import dev.understudy.settings.Setting;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void aReceiverThatFailsTwiceGetsTheThird() throws Exception {
        try (Understudy understudy = Understudy.builder().start();
                Receiver receiver = new Receiver(500, 301)) {
            Api api = frozen(understudy, "twice");
            submit(api, receiver.url("/hook"), JOE);
            SandboxHandle sandbox = api.sandbox();

            sandbox.advance(Duration.ofSeconds(1));
            Receiver.Got first = receiver.next();
            sandbox.advance(Duration.ofSeconds(5));
            Receiver.Got second = receiver.next();
            sandbox.advance(Duration.ofSeconds(23));
            assertThat(receiver.rest()).isEmpty();
            sandbox.advance(Duration.ofSeconds(2));
            Receiver.Got third = receiver.next();
            sandbox.advance(Duration.ofDays(1));

            assertThat(receiver.rest()).isEmpty();
            assertThat(List.of(second.body(), third.body())).containsOnly(first.body());
            assertThat(secondsBetween(first, second)).isEqualTo(5);
            assertThat(secondsBetween(second, third)).isEqualTo(25);
            String to = "webhook to " + receiver.url("/hook") + ", attempt ";
            assertThat(notes(api))
                    .containsExactly(
                            to + "1 of 4: HTTP 500; again in 5 s",
                            to + "2 of 4: HTTP 301; again in 25 s",
                            to + "3 of 4: HTTP 200");
        }
    }

    @Test
    void oneLongPushMakesAllAttemptsEachAtItsOwnTime() throws Exception {
        try (Understudy understudy = Understudy.builder().start();
                Receiver receiver = new Receiver(500, 500, 500, 500)) {
            Api api = frozen(understudy, "push");
            submit(api, receiver.url("/hook"), JOE);

            api.sandbox().advance(Duration.ofMinutes(10));

            List<Receiver.Got> got = receiver.rest();
            assertThat(got).hasSize(4);
            assertThat(secondsBetween(got.get(0), got.get(3))).isEqualTo(155);
            assertThat(notes(api)).hasSize(4).last().asString().endsWith("attempt 4 of 4: HTTP 500");
        }
    }

    @Test
    void aConnectionThatIsRefusedIsAFailureLikeAnother() throws Exception {
        Receiver gone = new Receiver();
        gone.close();
        try (Understudy understudy = Understudy.builder().start()) {
            Api api = frozen(understudy, "gone");
            submit(api, gone.url("/hook"), JOE);

            api.sandbox().advance(Duration.ofSeconds(1));

            assertThat(notes(api))
                    .singleElement()
                    .asString()
                    .endsWith("attempt 1 of 4: ConnectException; again in 5 s");
        }
    }

    @Test
    void aHostThatIsNotKnownYetIsAskedForAgain() {
        try (Understudy understudy = Understudy.builder().start()) {
            Api api = frozen(understudy, "unknown");
            submit(api, "http://nobody.test:8080/hook", JOE);

            api.sandbox().advance(Duration.ofMinutes(10));

            assertThat(notes(api))
                    .hasSize(4)
                    .first()
                    .asString()
                    .endsWith("attempt 1 of 4: UnknownHostException: nobody.test; again in 5 s");
        }
    }

    @Test
    void aReceiverThatNeverAnswersHoldsNothingUp() throws Exception {
        try (Understudy understudy = Understudy.builder()
                        .progression(Progression.immediate())
                        .start();
                Receiver silent = new Receiver();
                Receiver receiver = new Receiver()) {
            Api stuck = new Api(understudy, "stuck");
            for (int i = 0; i < 20; i++) {
                submit(stuck, silent.url("/silent"), JOE);
            }
            silent.next();

            String other = submit(new Api(understudy, "other"), receiver.url("/hook"), JOE);
            assertThat(receiver.next().header("webhook-id")).isEqualTo(other);
            String same = submit(stuck, receiver.url("/hook"), JOE);
            assertThat(receiver.next().header("webhook-id")).isEqualTo(same);
        }
    }

    @Test
    void noAnswerWithinTheTimeLimitIsAFailure() throws Exception {
        try (Understudy understudy = Understudy.builder()
                        .with(Setting.WEBHOOK_TIMEOUT, "100ms")
                        .start();
                Receiver silent = new Receiver()) {
            Api api = frozen(understudy, "silent");
            submit(api, silent.url("/silent"), JOE);

            api.sandbox().advance(Duration.ofSeconds(1));

            assertThat(notes(api))
                    .singleElement()
                    .asString()
                    .endsWith("attempt 1 of 4: no answer within 100 ms; again in 5 s");
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

    @ParameterizedTest
    @ValueSource(strings = {"https://example.com/hook", "http://169.254.169.254/latest", "http://metadata/x"})
    void hostsThatAreNotToBeContactedAreNot(String url) {
        try (Understudy understudy = Understudy.builder().start()) {
            Api api = frozen(understudy, "egress");
            submit(api, url, JOE);

            api.sandbox().advance(Duration.ofMinutes(10));

            assertThat(notes(api)).singleElement().asString().startsWith("webhook to " + url + " not sent: ");
        }
    }

    @Test
    void theAllowListOpensAHostAndOnlyThat() throws Exception {
        try (Understudy closed = Understudy.builder().egress(Egress.NONE).start();
                Understudy open = Understudy.builder()
                        .egress(Egress.NONE)
                        .with(Setting.EGRESS_ALLOW, "127.0.0.1")
                        .start();
                Receiver receiver = new Receiver()) {
            for (Understudy understudy : List.of(closed, open)) {
                Api api = frozen(understudy, "allowed");
                submit(api, receiver.url("/hook"), JOE);
                api.sandbox().advance(Duration.ofSeconds(1));
            }

            assertThat(receiver.rest()).hasSize(1);
            assertThat(notes(new Api(closed, "allowed")))
                    .containsExactly("webhook to " + receiver.url("/hook")
                            + " not sent: egress is none and 127.0.0.1 is not to be contacted");
        }
    }

    @Test
    void closingDoesNotWaitForAReceiverThatNeverAnswers() throws Exception {
        try (Receiver silent = new Receiver()) {
            Understudy understudy =
                    Understudy.builder().progression(Progression.immediate()).start();
            submit(new Api(understudy, "closing"), silent.url("/silent"), JOE);
            silent.next();

            CompletableFuture.runAsync(understudy::close).get(2, TimeUnit.SECONDS);

            assertThat(silent.rest()).isEmpty();
        }
    }

    private static Api frozen(Understudy understudy, String key) {
        Api api = new Api(understudy, key);
        api.sandbox().freeze();
        return api;
    }

    private static String submit(Api api, String receiver, Map<String, String> input) {
        Api.Answer answer =
                api.post(Api.CHARACTERS + "?webhook=" + URLEncoder.encode(receiver, StandardCharsets.UTF_8), input);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.data().path("id").asText();
    }

    private static List<String> notes(Api api) {
        return api.sandbox().journal().stream()
                .filter(Entry.JobNote.class::isInstance)
                .flatMap(entry -> entry.notes().stream())
                .filter(note -> note.startsWith("webhook"))
                .toList();
    }

    private static long secondsBetween(Receiver.Got first, Receiver.Got second) {
        return Long.parseLong(second.header("webhook-timestamp")) - Long.parseLong(first.header("webhook-timestamp"));
    }
}
