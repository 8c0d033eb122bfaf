package dev.understudy.client;

import static dev.understudy.client.StubService.ID;
import static dev.understudy.client.StubService.RESULT;
import static dev.understudy.client.StubService.prediction;
import static dev.understudy.client.StubService.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class AwaitTest {
    private static final Prediction SUBMITTED = of(Status.CREATED);

    @RegisterExtension
    final StubService service = new StubService();

    private final TestClock clock = new TestClock();

    private static Prediction of(Status status) {
        String word = status.name().toLowerCase(Locale.ROOT);
        return new Prediction(ID, "m", status, word, List.of(), OptionalInt.empty(), "", Optional.empty(), List.of());
    }

    @Test
    void it_polls_at_once_and_then_every_interval_until_the_end() throws Exception {
        service.answers(
                RESULT,
                prediction("created"),
                prediction("queued"),
                prediction("a-new-word"),
                prediction("processing"),
                prediction("completed", "[\"https://cdn.example/1.mp4\"]", ""));

        Outcome outcome = service.client(clock).build().await(SUBMITTED);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Completed.class,
                        done -> assertThat(done.outputs())
                                .containsExactly(new Output.Text("https://cdn.example/1.mp4")));
        assertThat(service.requests()).hasSize(5);
        assertThat(clock.sleeps).hasSize(4).containsOnly(Duration.ofSeconds(1));
    }

    @Test
    void a_prediction_that_has_ended_is_not_asked_about() throws Exception {
        assertThat(service.client(clock).build().await(of(Status.COMPLETED))).isInstanceOf(Outcome.Completed.class);

        assertThat(service.requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"cancelled, Cancelled", "timeout, TimedOut", "deleted, Deleted", "failed, Failed"})
    void each_terminal_word_is_an_outcome_of_its_own(String word, String type) throws Exception {
        service.answers(RESULT, prediction(word, "[]", ",\"error\":\"because\",\"code\":5003"));

        Outcome outcome = service.client(clock).build().await(SUBMITTED);

        assertThat(outcome.getClass().getSimpleName()).isEqualTo(type);
        PredictionFailedException thrown = catchThrowableOfType(PredictionFailedException.class, outcome::orThrow);
        assertThat(thrown).hasMessage("Prediction " + ID + " " + word + ": because");
        assertThat(thrown.predictionId()).contains(ID);
        assertThat(thrown.code()).hasValue(5003);
    }

    @Test
    void a_failure_carries_its_code_and_words() throws Exception {
        service.answers(RESULT, prediction("failed", "[]", ",\"error\":\"no clip\",\"code\":1402"));

        Outcome outcome = service.client(clock).build().await(SUBMITTED);

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.code()).hasValue(1402);
            assertThat(failed.error()).isEqualTo("no clip");
        });
    }

    @Test
    void a_sync_wait_that_ran_out_is_still_going_on() throws Exception {
        service.answers(
                RESULT,
                prediction("processing", "[]", ",\"code\":5004,\"error\":\"Sync mode timed out after 90 seconds.\""),
                prediction("completed"));

        assertThat(service.client(clock).build().await(SUBMITTED)).isInstanceOf(Outcome.Completed.class);
    }

    @Test
    void it_gives_up_at_the_deadline_after_a_last_look() {
        service.answers(RESULT, prediction("processing"));
        WaveSpeedClient client =
                service.client(clock).awaitTimeout(Duration.ofMillis(2500)).build();

        AwaitTimeoutException thrown = catchThrowableOfType(AwaitTimeoutException.class, () -> client.await(SUBMITTED));

        assertThat(thrown).hasMessage("Prediction " + ID + " did not end within PT2.5S");
        assertThat(thrown.predictionId()).contains(ID);
        assertThat(clock.sleeps).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofMillis(500));
        assertThat(service.requests()).hasSize(4);
    }

    @Test
    void the_deadline_bounds_the_retries_too() {
        service.answers(RESULT, status(503));
        WaveSpeedClient client = service.client(clock)
                .awaitTimeout(Duration.ofSeconds(4))
                .retries(new RetryPolicy(1000, Duration.ofSeconds(1), Duration.ofSeconds(8), 0, Duration.ZERO))
                .build();

        assertThatThrownBy(() -> client.await(SUBMITTED))
                .isInstanceOf(AwaitTimeoutException.class)
                .hasCauseInstanceOf(ApiException.class);
        assertThat(clock.slept()).isLessThanOrEqualTo(Duration.ofSeconds(4));
        assertThat(service.requests()).hasSize(3);
    }

    @Test
    void each_poll_has_its_own_attempts() throws Exception {
        service.answers(
                RESULT,
                status(500),
                prediction("processing"),
                status(502),
                prediction("processing"),
                status(504),
                prediction("completed"));
        RetryPolicy twice = new RetryPolicy(2, Duration.ofMillis(10), Duration.ofMillis(10), 0, Duration.ZERO);

        assertThat(service.client(clock).retries(twice).build().await(SUBMITTED))
                .isInstanceOf(Outcome.Completed.class);
        assertThat(service.requests()).hasSize(6);
    }

    @Test
    void an_interrupt_ends_the_pause_between_polls() throws Exception {
        service.answers(RESULT, prediction("processing"));
        CountDownLatch asleep = new CountDownLatch(1);
        ClientClock announcing = new ClientClock() {
            @Override
            public void sleep(Duration duration) throws InterruptedException {
                asleep.countDown();
                ClientClock.super.sleep(duration);
            }
        };
        WaveSpeedClient client = service.client(announcing)
                .pollInterval(Duration.ofHours(1))
                .awaitTimeout(Duration.ofDays(1))
                .build();

        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        Thread waiting = new Thread(() -> ended.complete(thrownBy(client)));
        waiting.start();
        asleep.await();
        waiting.interrupt();

        assertThat(ended.get()).isInstanceOf(InterruptedException.class);
    }

    @Test
    void an_interrupt_ends_a_request_that_is_not_answered() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            WaveSpeedClient client = service.client(clock)
                    .baseUrl(URI.create("http://127.0.0.1:" + silent.getLocalPort()))
                    .build();
            CompletableFuture<Throwable> ended = new CompletableFuture<>();
            Thread waiting = new Thread(() -> ended.complete(thrownBy(client)));
            waiting.start();
            silent.accept();
            waiting.interrupt();

            assertThat(ended.get()).isInstanceOf(InterruptedException.class);
        }
    }

    private static Throwable thrownBy(WaveSpeedClient client) {
        try {
            client.await(SUBMITTED);
            return null;
        } catch (InterruptedException | WaveSpeedException e) {
            return e;
        }
    }
}
