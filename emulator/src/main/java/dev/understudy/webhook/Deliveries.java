package dev.understudy.webhook;

import dev.understudy.fault.Fault;
import dev.understudy.fault.Struck;
import dev.understudy.journal.Journal;
import dev.understudy.time.Agenda;
import dev.understudy.time.SandboxClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The attempts that one sandbox makes to deliver what it has to tell. The provider documents up to three retries with
 * exponential backoff and no lengths of time; ours are 5, 25 and 125 seconds of the sandbox's clock.
 *
 * <p>What the faults do. Each acts on the first attempt only: if the receiver does not accept that, the retries are
 * sound, signed for their own time.
 *
 * <ul>
 *   <li>{@link Fault.Lost}: no attempt is made, so there are no retries either.
 *   <li>{@link Fault.Duplicate}: the first attempt is followed at once by the same bytes under the same headers. What the
 *       receiver says to the copy changes nothing.
 *   <li>{@link Fault.OutOfOrder}: signed when it should go, and sent after the first attempt of the next delivery to the
 *       same scheme, host, port and path that is not itself lost or held back. Of several that are held back, the last
 *       goes first. Without a next one it goes at the end of the push of the clock in which it fell due, or after
 *       five minutes of the sandbox's clock. Nobody waits for it before that.
 *   <li>{@link Fault.BadSignature}: signed with a secret that is not this sandbox's, and the same in every run.
 *   <li>{@link Fault.OldTimestamp}: signed, correctly, for a time that is over by the given age.
 * </ul>
 */
final class Deliveries {

    private static final List<Duration> BACKOFF =
            List.of(Duration.ofSeconds(5), Duration.ofSeconds(25), Duration.ofSeconds(125));

    /** How long a delivery is held back for a next one. */
    private static final Duration LONGEST_HELD = Duration.ofMinutes(5);

    private final SandboxClock clock;
    private final Agenda agenda;
    private final Journal journal;
    private final Lanes lanes;
    private final Spoiler spoiler;
    private final UnderWay underWay;
    private final Consumer<Attempt> watch;
    private final Held held = new Held();
    private final Retries retries;
    private final AtomicLong attempts = new AtomicLong();

    /** @param watch is told of each attempt when it is over, on any thread */
    Deliveries(
            SandboxClock clock,
            Agenda agenda,
            Journal journal,
            Lanes lanes,
            Spoiler spoiler,
            UnderWay underWay,
            Consumer<Attempt> watch) {
        this.clock = clock;
        this.agenda = agenda;
        this.journal = journal;
        this.lanes = lanes;
        this.spoiler = spoiler;
        this.underWay = underWay;
        this.watch = watch;
        this.retries = new Retries(agenda, this::retry);
    }

    /**
     * Makes the attempts that another world has still to make.
     *
     * @param moved the receiver here that stands for one there
     */
    void continuing(Deliveries other, UnaryOperator<URI> moved) {
        for (Retries.Retry retry : other.retries.all()) {
            Delivery delivery = retry.delivery().to(moved.apply(retry.delivery().receiver()));
            retries.add(new Retries.Retry(delivery, retry.number(), retry.due()));
        }
        for (Held.One one : other.held.all()) {
            Delivery delivery = one.delivery().to(moved.apply(one.delivery().receiver()));
            hold(new Held.One(delivery, one.message().to(delivery.receiver()), one.until()));
        }
    }

    /** Makes the first attempt, or what a fault makes of it. */
    void begin(Delivery delivery, Optional<Struck> struck) {
        Instant now = clock.instant();
        struck.ifPresent(one -> journal.jobNote(now, delivery.prediction(), List.of("webhook: " + one.why())));
        Optional<Fault.OnWebhook> wanted = struck.map(Struck::fault)
                .filter(Fault.OnWebhook.class::isInstance)
                .map(Fault.OnWebhook.class::cast);
        Message message = spoiler.message(delivery, now, wanted);
        Fault.OnWebhook fault = wanted.orElse(null);
        if (fault instanceof Fault.Lost) {
            over(delivery, now, attempts.getAndIncrement(), 1, new Receipt.NotMade("lost on purpose"));
        } else if (fault instanceof Fault.OutOfOrder) {
            hold(new Held.One(delivery, message, now.plus(LONGEST_HELD)));
        } else {
            send(delivery, message, 1);
            if (fault instanceof Fault.Duplicate) {
                send(delivery.copied(), message, 1);
            }
            held.releaseFor(Post.place(delivery.receiver())).forEach(this::send);
        }
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
        long order = attempts.getAndIncrement();
        lanes.send(message).thenAccept(receipt -> {
            over(delivery, at, order, number, receipt);
            underWay.end();
        });
    }

    private void over(Delivery delivery, Instant at, long order, int number, Receipt receipt) {
        watch.accept(delivery.attempt(order, at, number, receipt));
        attempted(delivery, number, receipt);
    }

    private void retry(Retries.Retry due) {
        Message message = spoiler.message(due.delivery(), clock.instant(), Optional.empty());
        send(due.delivery(), message, due.number());
    }

    private void attempted(Delivery delivery, int number, Receipt receipt) {
        Instant now = clock.instant();
        boolean again = receipt instanceof Receipt.Failed && number <= BACKOFF.size() && !delivery.copy();
        String what = delivery.say(number, BACKOFF.size() + 1, receipt);
        if (again) {
            Duration wait = BACKOFF.get(number - 1);
            journal.jobNote(now, delivery.prediction(), List.of(what + "; again in " + wait.toSeconds() + " s"));
            retries.add(new Retries.Retry(delivery, number + 1, now.plus(wait)));
        } else {
            journal.jobNote(now, delivery.prediction(), List.of(what));
        }
    }
}
