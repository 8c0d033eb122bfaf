package dev.understudy.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.HandmadeHmac;
import dev.understudy.Receiver;
import dev.understudy.dialect.wavespeed.WaveSpeed;
import dev.understudy.fault.Fault;
import dev.understudy.fault.Origin;
import dev.understudy.fault.Struck;
import dev.understudy.journal.Bounds;
import dev.understudy.journal.Entry;
import dev.understudy.journal.Journal;
import dev.understudy.media.source.EgressPolicy;
import dev.understudy.prediction.Failure;
import dev.understudy.prediction.Outcome;
import dev.understudy.prediction.Prediction;
import dev.understudy.prediction.Timed;
import dev.understudy.settings.Egress;
import dev.understudy.time.Agenda;
import dev.understudy.time.Alarm;
import dev.understudy.time.Draw;
import dev.understudy.time.SandboxClock;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DeliveryFaultsTest {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final String SANDBOX = "0123456789abcdef";

    private final ScheduledExecutorService alarm = Alarm.start();
    private final Post post = new Post(new EgressPolicy(Egress.PRIVATE, List.of()), Duration.ofSeconds(10));
    private final SandboxClock clock = new SandboxClock(() -> START);
    private final Agenda agenda = new Agenda(clock, alarm);
    private final Journal journal = new Journal(new Bounds(10_000, 16L << 20));
    private final Map<String, Fault> faults = new HashMap<>();
    private final List<Attempt> attempts = new ArrayList<>();
    private final Webhooks webhooks = new Webhooks(
            SANDBOX,
            new Draw(7),
            clock,
            agenda,
            journal,
            post,
            job -> true,
            job -> Optional.ofNullable(faults.get(job.id())).map(DeliveryFaultsTest::struck),
            attempts::add);

    @AfterEach
    void stop() {
        post.close();
        alarm.shutdownNow();
    }

    @Test
    void aLostDeliveryIsNotAttemptedAndTheJournalSaysSo() {
        faults.put("a", new Fault.Lost());
        job("a", 1);
        job("b", 2);

        push(60);

        assertThat(arrived()).containsExactly("b");
        assertThat(notes("a"))
                .hasSize(2)
                .last()
                .isEqualTo("webhook to http://host/__understudy/inbox/" + SANDBOX + "/in not sent: lost on purpose");
        assertThat(attempts).extracting(Attempt::accepted).containsExactly(false, true);
    }

    @Test
    void aDuplicateIsTheSameToTheByte() {
        faults.put("a", new Fault.Duplicate());
        job("a", 1);
        job("b", 2);

        push(60);

        assertThat(arrived()).containsExactly("a", "a", "b");
        Received first = inbox().get(0);
        Received second = inbox().get(1);
        assertThat(second.headers()).isEqualTo(first.headers());
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.signatureValid()).isTrue();
        assertThat(notes("a").get(1)).endsWith("attempt 1 of 4: HTTP 200");
        assertThat(notes("a").get(2)).endsWith("attempt 1 of 4, again: HTTP 200");
    }

    @Test
    void theCopyOfADuplicateIsNotRetried() throws Exception {
        try (Receiver receiver = new Receiver(500, 500, 200)) {
            faults.put("a", new Fault.Duplicate());
            job("a", 1, receiver.url("/hook"));

            push(600);

            assertThat(receiver.rest()).hasSize(3);
        }
    }

    @Test
    void oneThatIsOutOfOrderComesAfterTheNext() {
        faults.put("a", new Fault.OutOfOrder());
        job("a", 1);
        job("b", 20);
        job("c", 30);

        push(60);

        assertThat(arrived()).containsExactly("b", "a", "c");
        assertThat(inbox()).allMatch(Received::signatureValid);
        Received late = inbox().get(1);
        assertThat(late.at()).isEqualTo(START.plusSeconds(20));
        assertThat(late.headers()).containsEntry("webhook-timestamp", Long.toString(START.getEpochSecond() + 1));
    }

    @Test
    void severalThatAreOutOfOrderComeInReverse() {
        List.of("a", "b").forEach(id -> faults.put(id, new Fault.OutOfOrder()));
        job("a", 1);
        job("b", 2);
        job("c", 3);

        push(60);

        assertThat(arrived()).containsExactly("c", "b", "a");
    }

    @Test
    void withoutANextOneItComesWhenThePushEnds() {
        faults.put("a", new Fault.OutOfOrder());
        job("a", 1);

        clock.freeze();
        clock.advance(Duration.ofSeconds(60), () -> webhooks.settle(deadline()));
        assertThat(arrived()).isEmpty();
        webhooks.releaseHeld();
        webhooks.settle(deadline());

        assertThat(arrived()).containsExactly("a");
        assertThat(inbox().get(0).at()).isEqualTo(START.plusSeconds(60));
    }

    @Test
    void withoutANextOneItComesAfterFiveMinutesOfTheSandbox() {
        faults.put("a", new Fault.OutOfOrder());
        job("a", 1);
        job("b", 400);

        push(600);

        assertThat(arrived()).containsExactly("a", "b");
        assertThat(inbox().get(0).at()).isEqualTo(START.plusSeconds(301));
    }

    @Test
    void whatGoesElsewhereOrIsLostIsNotTheNextOne() {
        faults.put("a", new Fault.OutOfOrder());
        faults.put("c", new Fault.Lost());
        job("a", 1);
        job("b", 2, address("elsewhere"));
        job("c", 3);
        job("d", 4);

        push(60);

        assertThat(attempts).extracting(Attempt::prediction).containsExactly("b", "c", "d", "a");
    }

    @Test
    void aBadSignatureIsOneOfTheRightShapeThatDoesNotMatch() {
        faults.put("a", new Fault.BadSignature());
        job("a", 1);
        job("b", 2);

        push(60);

        assertThat(inbox()).extracting(Received::signatureValid).containsExactly(false, true);
        assertThat(inbox().get(0).headers().get("webhook-signature")).matches("v3,[0-9a-f]{64}");
    }

    @Test
    void anOldTimestampIsSignedForItsTime() {
        faults.put("a", new Fault.OldTimestamp(Duration.ofMinutes(10)));
        job("a", 1);

        push(60);

        Received old = inbox().get(0);
        assertThat(old.signatureValid()).isTrue();
        assertThat(old.headers()).containsEntry("webhook-timestamp", Long.toString(START.getEpochSecond() + 1 - 600));
    }

    @Test
    void theRetriesOfASpoiledFirstAttemptAreSound() throws Exception {
        for (Fault fault : List.of(
                new Fault.BadSignature(), new Fault.OldTimestamp(Duration.ofHours(1)), new Fault.OutOfOrder())) {
            try (Receiver receiver = new Receiver(401)) {
                String id = fault.getClass().getSimpleName();
                Instant ends = clock.instant().plusSeconds(1);
                faults.put(id, fault);
                job(id, 1, receiver.url("/hook"));

                push(1);
                push(5);

                assertThat(receiver.rest()).hasSize(2);
                receiver.next();
                Receiver.Got retry = receiver.next();
                String timestamp = Long.toString(ends.getEpochSecond() + 5);
                assertThat(retry.header("webhook-timestamp")).isEqualTo(timestamp);
                assertThat(retry.header("webhook-signature"))
                        .isEqualTo("v3,"
                                + HandmadeHmac.hex(
                                        webhooks.secret().substring("whsec_".length()),
                                        id + "." + timestamp + "." + retry.body()));
            }
        }
    }

    @Test
    void aFaultOfAnotherPlaceIsNone() {
        faults.put("a", new Fault.Stuck());
        job("a", 1);

        push(60);

        assertThat(arrived()).containsExactly("a");
    }

    private void push(int seconds) {
        clock.freeze();
        clock.advance(Duration.ofSeconds(seconds), () -> webhooks.settle(deadline()));
        webhooks.releaseHeld();
        assertThat(webhooks.settle(deadline())).isTrue();
    }

    private void job(String id, int endsAfterSeconds) {
        job(id, endsAfterSeconds, address("in"));
    }

    private void job(String id, int endsAfterSeconds, String receiver) {
        Instant now = clock.instant();
        Prediction job =
                new Prediction(id, "m", Map.of(), now, Timed.of(now, now.plusSeconds(endsAfterSeconds)), List.of());
        job.end(new Outcome.Failed(Failure.TASK_FAILED, "no"));
        webhooks.register(
                job,
                URI.create(receiver),
                (ended, sandbox) -> Optional.of(new Notice(id, id.getBytes(StandardCharsets.UTF_8))),
                webhooks.seal(WaveSpeed.WEBHOOKS));
    }

    private static String address(String inbox) {
        return "http://host" + new InboxAddress(SANDBOX, inbox).path();
    }

    private List<Received> inbox() {
        return webhooks.inbox().deliveries("in");
    }

    private List<String> arrived() {
        return inbox().stream().map(Received::body).toList();
    }

    private List<String> notes(String id) {
        return journal.since(0).stream()
                .filter(entry ->
                        entry instanceof Entry.JobNote note && note.job().equals(id))
                .flatMap(entry -> entry.notes().stream())
                .toList();
    }

    private static long deadline() {
        return System.nanoTime() + Duration.ofSeconds(10).toNanos();
    }

    private static Struck struck(Fault fault) {
        return new Struck(fault, new Origin.Header(), Optional.empty());
    }
}
