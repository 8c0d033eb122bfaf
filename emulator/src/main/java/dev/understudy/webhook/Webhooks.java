package dev.understudy.webhook;

import dev.understudy.journal.Journal;
import dev.understudy.prediction.Prediction;
import dev.understudy.prediction.State;
import dev.understudy.time.Agenda;
import dev.understudy.time.Draw;
import dev.understudy.time.SandboxClock;
import java.net.URI;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The webhooks of one sandbox. Deliveries that fall due at one instant go out in the order in which their jobs were
 * submitted, or became known to end. How they are attempted, and what faults do to them, see {@link Deliveries}.
 */
public final class Webhooks {

    private static final System.Logger LOG = System.getLogger(Webhooks.class.getName());

    // Of the time that an attempt may take. Thus at most ten of one sandbox wait for one receiver.
    private static final int PARTS_OF_PATIENCE = 10;

    private final String sandbox;
    private final Signer signer;
    private final Agenda agenda;
    private final Inbox inbox;
    private final DeliveryFaults faults;
    private final Deliveries deliveries;
    private final Turns turns = new Turns();
    private final UnderWay underWay = new UnderWay();
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
        this.signer = Signer.drawnFrom(draw.child("secret"));
        this.faults = faults;
        this.agenda = agenda;
        this.inbox = new Inbox(sandbox, clock, signer);
        Carrier carrier = message -> inbox.takes(message.receiver())
                ? CompletableFuture.completedFuture(inbox.receive(message))
                : post.carry(message);
        Lanes lanes = new Lanes(carrier, post.timeLimit().dividedBy(PARTS_OF_PATIENCE));
        Spoiler spoiler = new Spoiler(signer, draw.child("stranger"));
        this.deliveries = new Deliveries(clock, agenda, journal, lanes, spoiler, underWay, watch);
    }

    /**
     * Goes on from where another world's stand: with what is in its inboxes, and with what it has still to tell.
     *
     * @param jobs those of this world, oldest first
     */
    public Webhooks continuing(Webhooks other, Collection<Prediction> jobs) {
        inbox.continuing(other.inbox);
        for (Prediction job : jobs) {
            Optional.ofNullable(other.toCome.get(job.id()))
                    .ifPresent(one -> register(job, moved(one.receiver(), other), one.body()));
        }
        deliveries.continuing(other.deliveries, receiver -> moved(receiver, other));
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
                deliveries.begin(new Delivery(id, due.receiver(), body, false), faults.on(due.job()));
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, "the webhook of job " + id + " could not be made", e);
            } finally {
                underWay.end();
            }
        });
    }

    /**
     * To be called at the end of a push of the clock, before the last {@link #settle}: whatever waits for a next delivery
     * waits no longer.
     */
    public void releaseHeld() {
        deliveries.releaseHeld();
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
