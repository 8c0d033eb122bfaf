package dev.understudy.dialect.eachlabs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.Receiver;
import dev.understudy.fault.Fault;
import dev.understudy.webhook.Desk;
import dev.understudy.webhook.LoggedAttempt;
import dev.understudy.webhook.LoggedDelivery;
import dev.understudy.webhook.Manner;
import dev.understudy.webhook.Notice;
import dev.understudy.webhook.Received;
import dev.understudy.webhook.Seal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class WebhookMannerTest {

    private static final Manner MANNER = new WebhookManner();
    private static final String SECRET = "my secret, as it is: ==";

    private final Desk desk = new Desk();

    @AfterEach
    void stop() {
        desk.close();
    }

    @Test
    void theSecretComesAsItWasGivenAndNothingIsSigned() throws Exception {
        try (Receiver receiver = new Receiver()) {
            told("a", receiver.url("/hook"), Seal.of(MANNER, SECRET));
            told("b", receiver.url("/hook"), Seal.without(MANNER));

            desk.push(Duration.ofSeconds(1));

            Receiver.Got with = receiver.next();
            assertThat(with.header("X-Webhook-Secret")).isEqualTo(SECRET);
            assertThat(with.header("Content-Type")).isEqualTo("application/json");
            Receiver.Got without = receiver.next();
            assertThat(without.body()).isEqualTo("b");
            assertThat(without.headers()).doesNotContainKey("X-webhook-secret");
            assertThat(List.of(with, without))
                    .allSatisfy(got -> assertThat(got.headers())
                            .doesNotContainKeys("Webhook-id", "Webhook-timestamp", "Webhook-signature"));
        }
    }

    @Test
    void thereAreThreeAttemptsTenSecondsApart() throws Exception {
        try (Receiver receiver = new Receiver(500, 404, 302, 500)) {
            told("a", receiver.url("/hook"), Seal.of(MANNER, SECRET));

            desk.push(Duration.ofHours(1));

            assertThat(receiver.rest())
                    .hasSize(3)
                    .allSatisfy(
                            got -> assertThat(got.header("X-Webhook-Secret")).isEqualTo(SECRET));
            LoggedDelivery logged = desk.webhooks().log().of("a").get(0);
            Instant first = Desk.START.plusSeconds(1);
            assertThat(logged.attempts())
                    .extracting(LoggedAttempt::at)
                    .containsExactly(first, first.plusSeconds(10), first.plusSeconds(20));
            assertThat(desk.notes("a")).hasSize(3).last().asString().endsWith("attempt 3 of 3: HTTP 302");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 202, 204, 299})
    void anyAnswerInTheTwoHundredsAcknowledges(int status) throws Exception {
        try (Receiver receiver = new Receiver(status)) {
            told("a", receiver.url("/hook"), Seal.of(MANNER, SECRET));

            desk.push(Duration.ofHours(1));

            assertThat(receiver.rest()).hasSize(1);
        }
    }

    @Test
    void aBadSignatureIsTheSecretOfAStranger() throws Exception {
        try (Receiver receiver = new Receiver(401)) {
            desk.fault("a", new Fault.BadSignature());
            told("a", receiver.url("/hook"), Seal.of(MANNER, SECRET));

            desk.push(Duration.ofMinutes(1));

            assertThat(receiver.next().header("X-Webhook-Secret")).isNotNull().isNotEqualTo(SECRET);
            assertThat(receiver.next().header("X-Webhook-Secret")).isEqualTo(SECRET);
        }
    }

    @Test
    void theJournalSaysWhichFaultsHaveNoEffect() {
        desk.fault("a", new Fault.BadSignature());
        desk.fault("b", new Fault.OldTimestamp(Duration.ofHours(1)));
        told("a", inbox(), Seal.without(MANNER));
        told("b", inbox(), Seal.of(MANNER, SECRET));

        desk.push(Duration.ofSeconds(1));

        assertThat(desk.notes("a").get(1))
                .isEqualTo("webhook: that has no effect: this receiver was given without a secret,"
                        + " so nothing proves anything");
        assertThat(desk.notes("b").get(1))
                .isEqualTo("webhook: that has no effect: such deliveries do not say when they were sent");
        assertThat(desk.webhooks().inbox().deliveries("in"))
                .extracting(Received::signatureValid)
                .containsExactly(true, true);
    }

    @Test
    void anInboxKnowsItsSecretsAndNoOthers() {
        desk.fault("b", new Fault.BadSignature());
        told("a", inbox(), Seal.of(MANNER, SECRET));
        told("b", inbox(), Seal.of(MANNER, SECRET));

        desk.push(Duration.ofSeconds(1));

        assertThat(desk.webhooks().inbox().deliveries("in"))
                .extracting(Received::signatureValid)
                .containsExactly(true, false);
    }

    /** A line break in a header could be another header. */
    @Test
    void aSecretThatIsNoHeaderIsNotSentAndNotToldToTheJournal() throws Exception {
        try (Receiver receiver = new Receiver()) {
            told("a", receiver.url("/hook"), Seal.of(MANNER, "top\nsecret"));

            desk.push(Duration.ofMinutes(1));

            assertThat(receiver.rest()).isEmpty();
            assertThat(desk.notes("a")).hasSize(3).noneMatch(note -> note.contains("secret"));
        }
    }

    private String inbox() {
        return "http://host" + desk.webhooks().inbox().address("in").path();
    }

    private void told(String job, String url, Seal seal) {
        Notice notice = new Notice(job, job.getBytes(StandardCharsets.UTF_8));
        desk.webhooks().register(desk.job(job), URI.create(url), (ended, sandbox) -> Optional.of(notice), seal);
    }
}
