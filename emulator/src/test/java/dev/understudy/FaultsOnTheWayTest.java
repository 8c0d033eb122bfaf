package dev.understudy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.journal.Entry;
import dev.understudy.webhook.Received;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers and webhooks that go wrong on their way, as a caller asks for them. */
class FaultsOnTheWayTest {

    private Understudy understudy;
    private Api api;

    @BeforeEach
    void start() {
        understudy = Understudy.builder().seed(11).start();
        api = new Api(understudy, "caller");
        api.sandbox().freeze();
    }

    @AfterEach
    void stop() {
        understudy.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"reset", "empty-reply", "truncated"})
    void aSubmissionWhoseAnswerIsLostIsAcceptedAndPaidForNonetheless(String fault) {
        assertThatThrownBy(() -> api.send(
                        "POST",
                        Api.TEXT_TO_VIDEO,
                        BodyPublishers.ofString("{\"prompt\":\"Joe waves\"}"),
                        "Understudy-Fault",
                        fault))
                .isInstanceOf(UncheckedIOException.class);

        assertThat(api.sandbox().ledger().charged()).isEqualByComparingTo(new BigDecimal("0.4"));
        assertThat(api.get("/api/v3/predictions").data().path("total").asInt()).isOne();
        Entry.Call call = (Entry.Call) api.sandbox().journal().get(0);
        assertThat(call.status()).isEqualTo(200);
        assertThat(call.notes()).containsExactly("header: " + fault);
    }

    @Test
    void aWaitInSyncModeMayEndInAReset() {
        assertThatThrownBy(() -> api.send(
                        "POST",
                        Api.TEXT_TO_VIDEO,
                        BodyPublishers.ofString("{\"prompt\":\"x [[fault: sync-timeout]]\",\"enable_sync_mode\":true}"),
                        "Understudy-Fault",
                        "reset"))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void webhooksGoWrongAsTheirCuesSayAndThePushReturnsWhenAllIsOver() {
        String inbox = understudy.baseUrl() + api.sandbox().inboxPath("in");
        for (String cue : List.of("out-of-order", "lost", "bad-signature", "duplicate", "old-timestamp")) {
            Api.Answer answer = api.post(
                    Api.TEXT_TO_VIDEO + "?webhook=" + inbox, Map.of("prompt", cue + " [[fault: webhook-" + cue + "]]"));
            assertThat(answer.status()).isEqualTo(200);
            api.sandbox().advance(Duration.ofMillis(1));
        }

        assertThat(api.sandbox().advance(Duration.ofMinutes(1)).settled()).isTrue();

        List<Received> got = api.sandbox().inbox("in");
        assertThat(got).hasSize(5);
        assertThat(of(got, "lost")).isEmpty();
        assertThat(of(got, "out-of-order")).hasSize(1);
        assertThat(of(got, "duplicate")).hasSize(2).allMatch(Received::signatureValid);
        assertThat(of(got, "bad-signature")).singleElement().matches(one -> !one.signatureValid());
        assertThat(of(got, "old-timestamp")).singleElement().satisfies(old -> {
            long timestamp = Long.parseLong(old.headers().get("webhook-timestamp"));
            assertThat(old.at().getEpochSecond() - timestamp).isEqualTo(360);
            assertThat(old.signatureValid()).isTrue();
        });
    }

    private static List<Received> of(List<Received> all, String prompt) {
        return all.stream().filter(one -> one.body().contains(prompt)).toList();
    }
}
