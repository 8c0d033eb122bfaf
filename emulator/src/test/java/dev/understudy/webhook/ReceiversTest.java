package dev.understudy.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.Receiver;
import dev.understudy.dialect.wavespeed.WaveSpeed;
import dev.understudy.fault.Fault;
import dev.understudy.prediction.Prediction;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Jobs with several receivers, and what becomes of all of them in another world. */
@Timeout(30)
class ReceiversTest {

    private static final Seal GIVEN = Seal.of(WaveSpeed.WEBHOOKS, "whsec_given");

    private final Desk desk = new Desk();
    private final Desk other = new Desk("fedcba9876543210", 8);

    @AfterEach
    void stop() {
        desk.close();
        other.close();
    }

    @Test
    void allReceiversOfAJobAreToldInTheOrderOfTheirRegistration() {
        Prediction a = desk.job("a");
        Prediction b = desk.job("b");
        List.of(a, b).forEach(job -> told(desk, job, "first", GIVEN));
        List.of(a, b).forEach(job -> told(desk, job, "second", desk.webhooks().seal(WaveSpeed.WEBHOOKS)));

        desk.push(Duration.ofSeconds(1));

        assertThat(desk.webhooks().log().page(10, 0))
                .extracting(one -> one.job() + " " + one.receiver().getPath().replaceAll(".*/", ""))
                .containsExactly("b second", "b first", "a second", "a first");
        assertThat(received(desk, "first")).hasSize(2).allMatch(Received::signatureValid);
        assertThat(received(desk, "second")).hasSize(2).allMatch(Received::signatureValid);
        assertThat(received(desk, "first").get(0).headers().get("webhook-signature"))
                .isNotEqualTo(received(desk, "second").get(0).headers().get("webhook-signature"));
    }

    @Test
    void aReceiverThatComesWhenTheEndHasBeenToldIsToldToo() {
        Prediction job = desk.job("a");
        told(desk, job, "early", GIVEN);
        desk.push(Duration.ofSeconds(1));
        told(desk, job, "late", GIVEN);

        desk.push(Duration.ofSeconds(1));

        assertThat(received(desk, "early")).hasSize(1);
        assertThat(received(desk, "late")).hasSize(1);
    }

    @Test
    void nothingIsSentWhenTheSandboxHasBeenReset() {
        told(desk, desk.job("a"), "in", GIVEN);
        desk.webhooks().end();

        desk.push(Duration.ofSeconds(1));

        assertThat(received(desk, "in")).isEmpty();
        assertThat(desk.notes("a")).singleElement().asString().contains("its sandbox has been reset");
    }

    @Test
    void whoWantsToHearNothingIsSentNothingAndNoFaultStrikesIt() {
        Prediction job = desk.job("a");
        desk.fault("a", new Fault.Lost());
        desk.webhooks().register(job, inbox(desk, "in"), (ended, sandbox) -> Optional.empty(), GIVEN);

        desk.push(Duration.ofSeconds(1));

        assertThat(received(desk, "in")).isEmpty();
        assertThat(desk.webhooks().log().page(10, 0)).isEmpty();
        assertThat(desk.notes("a")).isEmpty();
    }

    @Test
    void oneReceiverThatFailsIsTriedAgainByItself() throws Exception {
        try (Receiver failing = new Receiver(500);
                Receiver sound = new Receiver()) {
            Prediction job = desk.job("a");
            told(desk, job, URI.create(failing.url("/hook")), GIVEN);
            told(desk, job, URI.create(sound.url("/hook")), GIVEN);

            desk.push(Duration.ofMinutes(1));

            assertThat(failing.rest()).hasSize(2);
            assertThat(sound.rest()).hasSize(1);
        }
    }

    @Test
    void aJobThatIsForgottenIsToldToNobody() {
        Prediction job = desk.job("a");
        told(desk, job, "first", GIVEN);
        told(desk, job, "second", GIVEN);

        desk.webhooks().forget(List.of("a"));
        desk.push(Duration.ofSeconds(1));

        assertThat(desk.webhooks().log().page(10, 0)).isEmpty();
    }

    @Test
    void anotherWorldTellsAllReceiversWithItsOwnSecretWhereTheFirstUsedIts() {
        Prediction job = desk.job("a");
        told(desk, job, "given", GIVEN);
        told(desk, job, "own", desk.webhooks().seal(WaveSpeed.WEBHOOKS));

        other.webhooks().continuing(desk.webhooks(), List.of(job));
        other.push(Duration.ofSeconds(1));

        assertThat(desk.webhooks().inbox().isEmpty()).isTrue();
        assertThat(received(other, "given"))
                .singleElement()
                .satisfies(one -> assertThat(proven(one, GIVEN)).isTrue());
        assertThat(received(other, "own"))
                .singleElement()
                .satisfies(one -> assertThat(proven(one, other.webhooks().seal(WaveSpeed.WEBHOOKS)))
                        .isTrue());
        assertThat(other.webhooks().secret()).isNotEqualTo(desk.webhooks().secret());
    }

    @Test
    void retriesAndWhatIsHeldBackGoOnInAnotherWorldAndInItsLog() throws Exception {
        try (Receiver receiver = new Receiver(500, 200, 500, 200)) {
            Prediction failing = desk.job("failing");
            Prediction held = desk.job("held");
            desk.fault("held", new Fault.OutOfOrder());
            told(
                    desk,
                    failing,
                    URI.create(receiver.url("/hook")),
                    desk.webhooks().seal(WaveSpeed.WEBHOOKS));
            told(desk, held, "in", desk.webhooks().seal(WaveSpeed.WEBHOOKS));
            desk.advance(Duration.ofSeconds(2));

            other.webhooks().continuing(desk.webhooks(), List.of(failing, held));
            other.push(Duration.ofMinutes(10));

            assertThat(receiver.rest()).hasSize(2);
            assertThat(received(other, "in")).singleElement().matches(Received::signatureValid);
            assertThat(other.webhooks().log().of("failing"))
                    .singleElement()
                    .satisfies(one -> assertThat(one.attempts())
                            .extracting(LoggedAttempt::status)
                            .containsExactly(LoggedAttempt.Status.FAILED, LoggedAttempt.Status.SUCCESS));
            assertThat(desk.webhooks().log().of("failing").get(0).attempts()).hasSize(1);
            assertThat(desk.webhooks().log().of("held").get(0).attempts()).isEmpty();
        }
    }

    private static boolean proven(Received received, Seal seal) {
        return seal.proves(received.headers(), received.body().getBytes(StandardCharsets.UTF_8));
    }

    private static List<Received> received(Desk desk, String inbox) {
        return desk.webhooks().inbox().deliveries(inbox);
    }

    private static URI inbox(Desk desk, String name) {
        return URI.create("http://host" + desk.webhooks().inbox().address(name).path());
    }

    private static void told(Desk desk, Prediction job, String inbox, Seal seal) {
        told(desk, job, inbox(desk, inbox), seal);
    }

    private static void told(Desk desk, Prediction job, URI receiver, Seal seal) {
        Notice notice = new Notice(job.id(), job.id().getBytes(StandardCharsets.UTF_8));
        desk.webhooks().register(job, receiver, (ended, sandbox) -> Optional.of(notice), seal);
    }
}
