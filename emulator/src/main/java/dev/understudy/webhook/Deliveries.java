package dev.understudy.webhook;

import dev.understudy.fault.Fault;
import dev.understudy.fault.Struck;
import dev.understudy.journal.Journal;
import dev.understudy.time.Agenda;
import dev.understudy.time.SandboxClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * The attempts that one sandbox makes to deliver what it has to tell, after the waits of each delivery's {@link Manner}.
 *
 * <p>What the faults do. Each acts on the first attempt only: if the receiver does not accept that, the retries are
 * sound, sealed for their own time.
 *
 * <ul>
 *   <li>{@link Fault.Lost}: no attempt is made, so there are no retries either.
 *   <li>{@link Fault.Duplicate}: the first attempt is followed at once by the same bytes under the same headers. What the
 *       receiver says to the copy changes nothing.
 *   <li>{@link Fault.OutOfOrder}: sealed when it should go, and sent after the first attempt of the next delivery to the
 *       same scheme, host, port and path that is not itself lost or held back. Of several that are held back, the last
 *       goes first. Without a next one it goes at the end of the push of the clock in which it fell due, or after
 *       five minutes of the sandbox's clock. Nobody waits for it before that.
 *   <li>{@link Fault.BadSignature}: sealed with a secret that is nobody's, and the same in every run. No effect where no
 *       secret was agreed on.
 *   <li>{@link Fault.OldTimestamp}: sealed, correctly, for a time that is over by the given age. No effect where
 *       deliveries do not say when they were sent.
 * </ul>
 */
final class Deliveries {

    /** How long a delivery is held back for a next one. */
    private static final Duration LONGEST_HELD = Duration.ofMinutes(5);

    private final SandboxClock clock;
    private final Agenda agenda;
    private final Journal journal;
    private final Lanes lanes;
    private final Spoiler spoiler;
    private final UnderWay underWay;
    private final DeliveryLog log;
    private final Consumer<Attempt> watch;
    private final Held held = new Held();
    private final Retries retries;
    private final AtomicLong attempts = new AtomicLong();

    /**
     * An attempt that has begun.
     *
     * @param logged which of its delivery's attempts it is in the log
     */
    private record Sent(long order, Instant at, int number, int logged) {}

    /** @param watch is told of each attempt when it is over, on any thread */
    Deliveries(
            SandboxClock clock,
            Agenda agenda,
            Journal journal,
            Lanes lanes,
            Spoiler spoiler,
            UnderWay underWay,
            DeliveryLog log,
            Consumer<Attempt> watch) {
        this.clock = clock;
        this.agenda = agenda;
        this.journal = journal;
        this.lanes = lanes;
        this.spoiler = spoiler;
        this.underWay = underWay;
        this.log = log;
        this.watch = watch;
        this.retries = new Retries(agenda, this::retry);
    }

    /** Makes the attempts that another world has still to make. */
    void continuing(Deliveries other, Move move) {
        other.retries.all().forEach(retry -> retries.add(retry.moved(move)));
        other.held.all().forEach(one -> hold(one.moved(move)));
    }

    /** Makes the first attempt, or what a fault makes of it. */
    void begin(Awaited.One one, Notice notice, Optional<Struck> struck) {
        Instant now = clock.instant();
        Delivery delivery = log.begun(one, notice, now);
        struck.ifPresent(fault -> journal.jobNote(now, delivery.prediction(), said(delivery, fault)));
        Optional<Fault.OnWebhook> wanted = struck.map(Struck::fault)
                .filter(Fault.OnWebhook.class::isInstance)
                .map(Fault.OnWebhook.class::cast);
        Fault.OnWebhook fault = wanted.orElse(null);
        if (fault instanceof Fault.Lost) {
            Sent sent = new Sent(attempts.getAndIncrement(), now, 1, log.sent(delivery, Map.of(), now));
            over(delivery, sent, new Receipt.NotMade("lost on purpose"));
        } else if (fault instanceof Fault.OutOfOrder) {
            hold(new Held.One(delivery, now, now.plus(LONGEST_HELD)));
        } else {
            Message message = spoiler.message(delivery, now, wanted);
            send(delivery, message, 1);
            if (fault instanceof Fault.Duplicate) {
                send(delivery.copied(), message, 1);
            }
            held.releaseFor(Post.place(delivery.receiver())).forEach(this::send);
        }
    }

    private static List<String> said(Delivery delivery, Struck struck) {
        String why = "webhook: " + struck.why();
        return Spoiler.objection(delivery.seal(), struck.fault())
                .map(objection -> List.of(why, "webhook: that has no effect: " + objection))
                .orElseGet(() -> List.of(why));
    }

    private void hold(Held.One one) {
        held.hold(one);
        agenda.at(one.until(), () -> {
            if (held.release(one)) {
                send(one);
            }
        });
    }

    private void send(Held.One one) {
        send(one.delivery(), one.message(), 1);
    }

    /** Whatever waits for a next delivery waits no longer. */
    void releaseHeld() {
        held.releaseAll().forEach(this::send);
    }

    private void send(Delivery delivery, Message message, int number) {
        underWay.begin();
        Instant at = clock.instant();
        Sent sent = new Sent(attempts.getAndIncrement(), at, number, log.sent(delivery, message.headers(), at));
        lanes.send(message).thenAccept(receipt -> {
            over(delivery, sent, receipt);
            underWay.end();
        });
    }

    private void over(Delivery delivery, Sent sent, Receipt receipt) {
        log.over(delivery, sent.logged(), receipt);
        watch.accept(delivery.attempt(sent.order(), sent.at(), sent.number(), receipt));
        attempted(delivery, sent.number(), receipt);
    }

    private void retry(Retries.Retry due) {
        Message message = spoiler.message(due.delivery(), clock.instant(), Optional.empty());
        send(due.delivery(), message, due.number());
    }

    private void attempted(Delivery delivery, int number, Receipt receipt) {
        Instant now = clock.instant();
        boolean tried = !receipt.accepted() && !(receipt instanceof Receipt.NotMade);
        boolean again = tried && number < delivery.most() && !delivery.copy();
        String what = delivery.say(number, receipt);
        if (again) {
            Duration wait = delivery.seal().manner().backoff().get(number - 1);
            journal.jobNote(now, delivery.prediction(), List.of(what + "; again in " + wait.toSeconds() + " s"));
            retries.add(new Retries.Retry(delivery, number + 1, now.plus(wait)));
        } else {
            journal.jobNote(now, delivery.prediction(), List.of(what));
        }
    }
}
