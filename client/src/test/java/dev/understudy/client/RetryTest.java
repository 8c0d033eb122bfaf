package dev.understudy.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static dev.understudy.client.StubService.CHARACTERS;
import static dev.understudy.client.StubService.ID;
import static dev.understudy.client.StubService.RESULT;
import static dev.understudy.client.StubService.prediction;
import static dev.understudy.client.StubService.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.http.Fault;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryTest {
    private static final Map<String, String> INPUT = Map.of("video", "https://clips.example/a.mp4", "name", "Joe");

    @RegisterExtension
    final StubService service = new StubService();

    private final TestClock clock = new TestClock();

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 504})
    void a_poll_is_repeated_after_a_passing_error(int status) throws Exception {
        service.answers(RESULT, status(status), status(status), prediction("processing"));

        assertThat(service.client(clock).build().get(ID).status()).isEqualTo(Status.PROCESSING);
        assertThat(clock.sleeps).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(4));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 413, 501})
    void a_poll_is_not_repeated_after_a_lasting_error(int status) {
        service.answers(RESULT, status(status));

        assertThatThrownBy(() -> service.client(clock).build().get(ID)).isInstanceOf(ApiException.class);
        assertThat(service.requests()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"CONNECTION_RESET_BY_PEER", "EMPTY_RESPONSE", "RANDOM_DATA_THEN_CLOSE"})
    void a_poll_is_repeated_after_a_broken_connection(Fault fault) throws Exception {
        service.answers(RESULT, aResponse().withFault(fault), prediction("completed"));

        assertThat(service.client(clock).build().get(ID).status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void the_attempts_are_bounded_and_the_pauses_grow_to_a_cap() {
        service.answers(RESULT, status(502));
        RetryPolicy policy = new RetryPolicy(6, Duration.ofSeconds(1), Duration.ofSeconds(5), 0, Duration.ZERO);

        ApiException thrown = catchThrowableOfType(
                ApiException.class,
                () -> service.client(clock).retries(policy).build().get(ID));

        assertThat(thrown.status()).isEqualTo(502);
        assertThat(thrown.predictionId()).contains(ID);
        assertThat(service.requests()).hasSize(6);
        assertThat(clock.sleeps).extracting(Duration::toSeconds).containsExactly(1L, 2L, 4L, 5L, 5L);
    }

    @Test
    void jitter_takes_away_its_share_and_no_more() throws Exception {
        service.answers(RESULT, status(503), prediction("completed"));
        clock.chance = 0.5;
        RetryPolicy policy = new RetryPolicy(2, Duration.ofSeconds(8), Duration.ofSeconds(8), 0.5, Duration.ZERO);

        service.client(clock).retries(policy).build().get(ID);

        assertThat(clock.sleeps).containsExactly(Duration.ofSeconds(6));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7 | 7000",
                "0 | 2000",
                "3600 | 60000",
                "Fri, 20 Mar 2026 08:00:09 GMT | 9000",
                "Fri, 20 Mar 2026 07:59:00 GMT | 2000",
                "Sat, 21 Mar 2026 08:00:00 GMT | 60000",
                "soon | 2000",
                "-5 | 2000",
                "99999999999999999999 | 2000"
            })
    void retry_after_is_obeyed_in_both_forms_up_to_a_cap(String header, long millis) throws Exception {
        service.answers(RESULT, status(429).withHeader("Retry-After", header), prediction("completed"));

        service.client(clock).build().get(ID);

        assertThat(clock.sleeps).containsExactly(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 504})
    void a_submit_is_sent_exactly_once(int status) {
        service.answers(CHARACTERS, status(status).withHeader("Retry-After", "3"), prediction("created"));

        ApiException thrown = catchThrowableOfType(
                ApiException.class, () -> service.client(clock).build().submit("openai/sora-2/characters", INPUT));

        assertThat(thrown.retryAfter()).contains(Duration.ofSeconds(3));
        assertThat(thrown instanceof RateLimitedException).isEqualTo(status == 429);
        assertThat(service.requests()).hasSize(1);
        assertThat(clock.sleeps).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"CONNECTION_RESET_BY_PEER", "EMPTY_RESPONSE"})
    void a_submit_is_sent_exactly_once_over_a_broken_connection(Fault fault) {
        service.answers(CHARACTERS, aResponse().withFault(fault));

        assertThatThrownBy(() -> service.client(clock).build().submit("openai/sora-2/characters", INPUT))
                .isInstanceOf(ConnectionException.class)
                .hasMessageStartingWith("POST /api/v3/openai/sora-2/characters: no complete answer");
        assertThat(service.requests()).hasSize(1);
    }

    @Test
    void a_submit_is_repeated_for_a_caller_who_asks_for_it() throws Exception {
        service.answers(CHARACTERS, status(503), prediction("created"));

        Prediction prediction =
                service.client(clock).retrySubmits(true).build().submit("openai/sora-2/characters", INPUT);

        assertThat(prediction.id()).isEqualTo(ID);
        assertThat(service.requests()).hasSize(2);
    }

    @Test
    void a_policy_that_makes_no_sense_is_refused() {
        Duration second = Duration.ofSeconds(1);

        assertThatThrownBy(() -> new RetryPolicy(0, second, second, 0, second))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RetryPolicy(1, second, second, 1.5, second))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RetryPolicy(1, second.negated(), second, 0, second))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
