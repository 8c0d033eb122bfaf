package dev.understudy.webhook;

import dev.understudy.fault.Fault;
import dev.understudy.fault.Struck;
import dev.understudy.journal.Journal;
import dev.understudy.prediction.Prediction;
import dev.understudy.prediction.State;
import dev.understudy.time.Agenda;
import dev.understudy.time.Draw;
import dev.understudy.time.SandboxClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * The webhooks of one sandbox. The provider documents up to three retries with exponential backoff and no lengths of
 * time; ours are 5, 25 and 125 seconds of the sandbox's clock. Deliveries that fall due at one instant go out in the
 * order in which their jobs were submitted, or became known to end.
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
public final class Webhooks {

    private static final System.Logger LOG = System.getLogger(Webhooks.class.getName());

    private static final List<Duration> BACKOFF =
            List.of(Duration.ofSeconds(5), Duration.ofSeconds(25), Duration.ofSeconds(125));

    /** How long a delivery is held back for a next one. */
    static final Duration LONGEST_HELD = Duration.ofMinutes(5);

    // Of the time that an attempt may take. Thus at most ten of one sandbox wait for one receiver.
    private static final int PARTS_OF_PATIENCE = 10;

    private final String sandbox;
    private final Signer signer;
    private final SandboxClock clock;
    private final Agenda agenda;
    private final Journal journal;
    private final Inbox inbox;
    private final Lanes lanes;
    private final DeliveryFaults faults;
    private final Spoiler spoiler;
    private final Held held = new Held();
    private final Retries retries;
    private final Turns turns = new Turns();
    private final UnderWay underWay = new UnderWay();
    private final AtomicLong attempts = new AtomicLong();
    private final Consumer<Attempt> watch;
    private final Map<String, ToCome> toCome = new ConcurrentHashMap<>();

    /**
     * @param sandbox the reference of the sandbox
     * @param draw what the secret is drawn from
     * @param faults what is to go wrong
     * @param watch is told of each attempt when it is over, on any thread
     */
    public Webhooks(
            String sandbox,
            Draw draw,
            SandboxClock clock,
            Agenda agenda,
            Journal journal,
            Post post,
            DeliveryFaults faults,
            Consumer<Attempt> watch) {
        this.sandbox = sandbox;
        this.watch = watch;
        this.signer = Signer.drawnFrom(draw.child("secret"));
        this.spoiler = new Spoiler(signer, draw.child("stranger"));
        this.faults = faults;
        this.clock = clock;
        this.agenda = agenda;
        this.journal = journal;
        this.retries = new Retries(agenda, this::retry);
        this.inbox = new Inbox(sandbox, clock, signer);
        Carrier carrier = message -> inbox.takes(message.receiver())
                ? CompletableFuture.completedFuture(inbox.receive(message))
                : post.carry(message);
        this.lanes = new Lanes(carrier, post.timeLimit().dividedBy(PARTS_OF_PATIENCE));
    }

    /**
     * Goes on from where another world's stand: with what is in its inboxes, and with what it has still to tell. What
     * is held back or to be tried again there has fallen due there, and comes once.
     *
     * @param jobs those of this world, oldest first
     */
    public Webhooks continuing(Webhooks other, Collection<Prediction> jobs) {
        inbox.continuing(other.inbox);
        for (Prediction job : jobs) {
            Optional.ofNullable(other.toCome.get(job.id()))
                    .ifPresent(one -> register(job, moved(one.receiver(), other), one.body()));
        }
        for (Retries.Retry retry : other.retries.all()) {
            Delivery delivery = retry.delivery();
            retries.add(new Retries.Retry(delivery.to(moved(delivery.receiver(), other)), retry.number(), retry.due()));
        }
        for (Held.One one : other.held.all()) {
            Delivery delivery = one.delivery().to(moved(one.delivery().receiver(), other));
            hold(new Held.One(delivery, one.message().to(delivery.receiver()), one.until()));
        }
        return this;
    }

    private URI moved(URI receiver, Webhooks other) {
        return InboxAddress.moved(receiver, other.sandbox, sandbox);
    }

    /** What receivers check signatures with. It is to be shown to the owner of the API key only. */
    public String secret() {
        return signer.secret();
    }

    public Inbox inbox() {
        return inbox;
    }

    /**
     * Has the end of a job told, once its time is over and its outcome known. Between the two, {@link #settle} waits: a
     * job that is never to end needs a timeline without end, not an outcome that never comes.
     *
     * @param body writes what is sent; called once, on any thread, and must not wait
     */
    public void register(Prediction job, URI receiver, Telling body) {
        toCome.computeIfAbsent(job.id(), id -> new ToCome(job, receiver, body, Optional.empty()));
        endKnown(job.id());
    }

    /** To be called when the end of a job has become known that moves by steps; of others it is known already. */
    public void endKnown(String prediction) {
        toCome.computeIfPresent(
                prediction,
                (id, one) -> one.appointment().isEmpty() && one.job().timeline().endKnown()
                        ? one.at(agenda.at(one.job().timeline().ends(), () -> tell(id)))
                        : one);
    }

    /** Tells nobody the end of jobs that were deleted before it. */
    public void forget(Collection<String> jobs) {
        for (String id : jobs) {
            Optional.ofNullable(toCome.remove(id)).flatMap(ToCome::appointment).ifPresent(Agenda.Appointment::cancel);
        }
    }

    private void tell(String id) {
        ToCome due = toCome.remove(id);
        if (due == null) {
            return;
        }
        underWay.begin();
        turns.take(due.job().timeline().ends(), due.job().outcome(), () -> {
            try {
                byte[] body = due.body().of(new State.Ended(due.job().outcome().join()), sandbox);
                begin(new Delivery(id, due.receiver(), body, false), faults.on(due.job()));
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, "the webhook of job " + id + " could not be made", e);
            } finally {
                underWay.end();
            }
        });
    }

    private void begin(Delivery delivery, Optional<Struck> struck) {
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

    /**
     * To be called at the end of a push of the clock, before the last {@link #settle}: whatever waits for a next delivery
     * waits no longer.
     */
    public void releaseHeld() {
        held.releaseAll().forEach(this::send);
    }

    /**
     * Waits until every delivery that has fallen due was attempted, whatever came of it.
     *
     * @param deadline when to give up waiting, in real time on the scale of {@link System#nanoTime}
     * @return whether they were
     */
    public boolean settle(long deadline) {
        do {
            underWay.await(deadline);
            agenda.fireDue();
        } while (!underWay.isEmpty() && System.nanoTime() - deadline < 0);
        return underWay.isEmpty();
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

    /**
     * The end of a job that is to be told.
     *
     * @param appointment once it is known when
     */
    private record ToCome(Prediction job, URI receiver, Telling body, Optional<Agenda.Appointment> appointment) {

        ToCome at(Agenda.Appointment made) {
            return new ToCome(job, receiver, body, Optional.of(made));
        }
    }
}
