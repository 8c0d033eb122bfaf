package dev.understudy.webhook;

import dev.understudy.journal.Journal;
import dev.understudy.prediction.Prediction;
import dev.understudy.prediction.State;
import dev.understudy.time.Agenda;
import dev.understudy.time.Draw;
import dev.understudy.time.SandboxClock;
import java.net.URI;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The webhooks of one sandbox. Deliveries that fall due at one instant go out in the order in which their jobs were
 * submitted, or became known to end. How they are attempted, and what faults do to them, see {@link Deliveries}.
 */
public final class Webhooks {

    private static final System.Logger LOG = System.getLogger(Webhooks.class.getName());

    // Of the time that an attempt may take. Thus at most ten of one sandbox wait for one receiver.
    private static final int PARTS_OF_PATIENCE = 10;

    private final String sandbox;
    private final String secret;
    private final Agenda agenda;
    private final Seals seals = new Seals();
    private final Endpoints endpoints;
    private final DeliveryLog log = new DeliveryLog();
    private final Inbox inbox;
    private final DeliveryFaults faults;
    private final Deliveries deliveries;
    private final Turns turns = new Turns();
    private final UnderWay underWay = new UnderWay();
    private final Awaited awaited;
    private final Predicate<Prediction> own;
    private volatile boolean ended;

    /**
     * @param sandbox the reference of the sandbox
     * @param draw what the secret is drawn from
     * @param own whether a job is one of this world; one may come that was submitted just before a reset
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
            Predicate<Prediction> own,
            DeliveryFaults faults,
            Consumer<Attempt> watch) {
        this.sandbox = sandbox;
        this.secret = Secrets.drawnFrom(draw.child("secret"));
        this.endpoints = new Endpoints(draw.child("endpoint"));
        this.own = own;
        this.faults = faults;
        this.agenda = agenda;
        this.inbox = new Inbox(sandbox, clock, seals);
        this.awaited = new Awaited(agenda, this::tell);
        Lanes lanes =
                new Lanes(message -> carry(message, post), post.timeLimit().dividedBy(PARTS_OF_PATIENCE));
        Spoiler spoiler = new Spoiler(draw.child("stranger"));
        this.deliveries = new Deliveries(clock, agenda, journal, lanes, spoiler, underWay, log, watch);
    }

    private CompletableFuture<Receipt> carry(Message message, Post post) {
        if (ended) {
            return CompletableFuture.completedFuture(new Receipt.NotMade("its sandbox has been reset"));
        }
        return inbox.takes(message.receiver())
                ? CompletableFuture.completedFuture(inbox.receive(message))
                : post.carry(message);
    }

    /** Sends nothing more, whatever falls due or is being made. */
    public void end() {
        ended = true;
    }

    /**
     * Goes on from where another world's stand: with what is in its inboxes, and with what it has still to tell. What is
     * proven with the secret of that sandbox is proven with that of this one from now on.
     *
     * @param jobs those of this world, oldest first
     */
    public Webhooks continuing(Webhooks other, Collection<Prediction> jobs) {
        Move move = new Move(other.own(), own());
        inbox.continuing(other.inbox);
        seals.continuing(other.seals, move);
        endpoints.continuing(other.endpoints, move);
        log.continuing(other.log);
        for (Prediction job : jobs) {
            other.awaited.of(job.id()).forEach(one -> awaited.add(one.moved(job, move)));
        }
        deliveries.continuing(other.deliveries, move);
        return this;
    }

    private Move.Own own() {
        return new Move.Own(sandbox, secret);
    }

    /** What providers use that have one secret for a key. It is to be shown to the owner of the API key only. */
    public String secret() {
        return secret;
    }

    /** That secret as a provider uses it; from then on an inbox knows what is proven with it. */
    public Seal seal(Manner manner) {
        return seals.use(Seal.of(manner, secret));
    }

    public Inbox inbox() {
        return inbox;
    }

    /** The receivers that are registered for the whole sandbox. */
    public Endpoints endpoints() {
        return endpoints;
    }

    /** What was told to whom, and what came of it. */
    public DeliveryLog log() {
        return log;
    }

    /**
     * Has the end of a job told, once its time is over and its outcome known. Between the two, {@link #settle} waits: a
     * job that is never to end needs a timeline without end, not an outcome that never comes. A job may have several
     * receivers; they are told in the order in which they were registered.
     *
     * @param telling writes what is sent; called once, on any thread, and must not wait
     * @param seal what the receiver knows the delivery by
     */
    public void register(Prediction job, URI receiver, Telling telling, Seal seal) {
        if (own.test(job)) {
            awaited.add(new Awaited.One(job, receiver, telling, seals.use(seal)));
        }
    }

    /** To be called when the end of a job has become known that moves by steps; of others it is known already. */
    public void endKnown(String prediction) {
        awaited.endKnown(prediction);
    }

    /** Tells nobody the end of jobs that were deleted before it. */
    public void forget(Collection<String> jobs) {
        awaited.forget(jobs);
    }

    private void tell(Awaited.One due) {
        Prediction job = due.job();
        underWay.begin();
        turns.take(job.timeline().ends(), job.ending(), () -> {
            try {
                due.telling()
                        .of(new State.Ended(job.outcome().orElseThrow()), sandbox)
                        .ifPresent(notice -> deliveries.begin(due, notice, faults.on(job)));
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, "the webhook of job " + job.id() + " could not be made", e);
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
}
