package dev.understudy;

import static dev.understudy.WebhookJobs.frozen;
import static dev.understudy.WebhookJobs.notes;
import static dev.understudy.WebhookJobs.submit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.settings.Egress;
import dev.understudy.settings.Progression;
import dev.understudy.settings.Setting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Receivers that fail, stall, are not there or may not be contacted. */
class WebhookAttemptsTest {

    private static final Map<String, String> JOE = Map.of("video", "https://example.com/a.mp4", "name", "Joe");

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

    private static long secondsBetween(Receiver.Got first, Receiver.Got second) {
        return Long.parseLong(second.header("webhook-timestamp")) - Long.parseLong(first.header("webhook-timestamp"));
    }
}
