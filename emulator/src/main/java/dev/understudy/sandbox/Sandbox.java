package dev.understudy.sandbox;

import dev.understudy.catalog.Model;
import dev.understudy.fault.Playbook;
import dev.understudy.fault.Profile;
import dev.understudy.journal.Journal;
import dev.understudy.journal.hygiene.HygieneReport;
import dev.understudy.prediction.Output;
import dev.understudy.prediction.Prediction;
import dev.understudy.prediction.State;
import dev.understudy.settings.Progression;
import dev.understudy.time.Agenda;
import dev.understudy.time.Draw;
import dev.understudy.time.SandboxClock;
import dev.understudy.webhook.Webhooks;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that belongs to one API key. Two sandboxes never see each other. */
public final class Sandbox {

    private final Identity identity;
    private final Services services;
    private final Snapshots snapshots;
    private volatile World world;

    Sandbox(Identity identity, Services services) {
        this.identity = identity;
        this.services = services;
        this.world = new World(identity, services);
        this.snapshots = new Snapshots(this, services.settings());
    }

    /** A name for this sandbox that may be shown: drawn from its key, but not the key. 16 hexadecimal digits. */
    public String reference() {
        return identity.reference();
    }

    /** Words of its caller, as others may see them: without its key and what else is secret in them. */
    public String shown(String text) {
        return identity.withoutKey(text);
    }

    public SandboxClock clock() {
        return world.clock;
    }

    /** What this sandbox was at moments that somebody wanted to keep. */
    public Snapshots snapshots() {
        return snapshots;
    }

    /** Forgets everything that happened; the sandbox is as if its key had never been used. Its snapshots stay. */
    public void reset() {
        become(new World(identity, services));
    }

    World world() {
        return world;
    }

    /** A world like another one, for this sandbox; see {@link World#World(World, Identity, Services)}. */
    World like(World other) {
        return new World(other, identity, services);
    }

    /** Goes on in another world. Calls that are under way end in the old one. */
    synchronized void become(World next) {
        World old = world;
        world = next;
        old.end();
        next.journal.succeed(old.journal);
    }

    /** What makes this sandbox's time go on. */
    public SandboxTime time() {
        return new SandboxTime(world, services.settings());
    }

    /** Pushes the clock; see {@link SandboxTime#advance}. */
    public Fired advance(Duration by) {
        return time().advance(by);
    }

    /** What is to happen in this sandbox at certain times. */
    public Agenda agenda() {
        return world.agenda;
    }

    public Journal journal() {
        return world.journal;
    }

    /** Why a job is as it is; empty if nobody knows it. */
    public Optional<JobExplanation> explain(String prediction) {
        return prediction(prediction).map(new Explaining(this)::of);
    }

    /** Why an answer was as it was, by the number it carried; empty if the journal does not hold it any more. */
    public Optional<AnswerExplanation> explain(long entry) {
        return journal().entry(entry).map(AnswerExplanation::of);
    }

    /** How well this key's client behaves, by what the journal still holds. */
    public HygieneReport hygiene() {
        return HygieneReport.of(journal(), new KnownJobs(this));
    }

    public Webhooks webhooks() {
        return world.webhooks;
    }

    public Ledger ledger() {
        return world.ledger;
    }

    public Uploads uploads() {
        return world.uploads;
    }

    public Offers offers() {
        return new Offers(services, world.playbook, world.clock, this::model);
    }

    public Optional<Prediction> prediction(String id) {
        return find(world, id);
    }

    private static Optional<Prediction> find(World world, String id) {
        Instant now = world.clock.instant();
        return world.predictions.find(id).filter(job -> !job.hasVanished(now));
    }

    /** What a poll of a job's owner finds: each read counts for a job that moves with them. */
    public Optional<Polled> poll(String id) {
        World now = world;
        Optional<Polled> polled =
                find(now, id).map(job -> new Polled(job, now.predictions.polled(job, now.stepping.poll(job))));
        polled.filter(one -> one.state() instanceof State.Ended).ifPresent(one -> now.remarks.seen(one.job()));
        return polled;
    }

    public PredictionStore predictions() {
        return world.predictions;
    }

    /** What moves the jobs that are submitted from now on. */
    public Progressions progressions() {
        return world.progressions;
    }

    public Endings endings() {
        return world.endings;
    }

    /**
     * Deletes predictions and what they made; a job that still runs stops. Unknown ids are passed over. A character is
     * more than an output and stays.
     *
     * @return how many were deleted
     */
    public int delete(Collection<String> ids) {
        // One world from beginning to end: a reset may put another one in its place meanwhile.
        World now = world;
        List<String> deleted = now.predictions.delete(ids);
        now.quota.release(deleted);
        now.endings.deleted(deleted);
        now.webhooks.forget(deleted);
        now.probes.forget(deleted);
        return deleted.size();
    }

    /**
     * Lets a call in, before anything is done for it. What it is about is to be noted on the visit before.
     *
     * @throws Refused if a fault strikes it, or it asks for a fault that there is not
     */
    public void admit(Visit visit) {
        world.mishaps.atAdmission(visit);
    }

    /** Settles, once for each call that is done, what is to happen to the bytes of its answer. */
    public void strikeWire(Visit visit) {
        world.mishaps.onWire(visit);
    }

    /** The profiles that can be chosen here: those that come with the emulator, and the server's own. */
    public List<Profile> profiles() {
        return Profile.all(services.profile());
    }

    /** What is to go wrong here. */
    public Playbook playbook() {
        return world.playbook;
    }

    /** The limits of the account, and what counts against them. */
    public Quota quota() {
        return world.quota;
    }

    /** A character that a job of this sandbox made. */
    public Optional<Output.MadeCharacter> character(String id) {
        return world.production.characters().find(id);
    }

    /** All characters that jobs of this sandbox made, in no order. */
    public Collection<Output.MadeCharacter> characters() {
        return world.production.characters().all();
    }

    /** What is drawn for one purpose; the same in every run with the same seed. */
    public Draw draw(String purpose) {
        return identity.draw().child(purpose);
    }

    /**
     * Calls off a job that has not ended. Its price is given back, its webhook is not sent, and what it would have made
     * is lost.
     *
     * @return the job as it is now; empty if there is no such job, or it has ended
     */
    public Optional<Prediction> cancel(String id) {
        World now = world;
        Optional<Prediction> cancelled = now.predictions.cancel(id);
        cancelled.ifPresent(job -> {
            List<String> ids = List.of(job.id());
            now.ledger.cancelled(job.id());
            now.production.characters().forget(job.id());
            now.quota.release(ids);
            now.endings.cancelled(ids);
            now.webhooks.forget(ids);
            now.probes.forget(ids);
        });
        return cancelled;
    }

    /** Accepts a job that is ordered in the usual way; see {@link #submit(Order, Visit)}. */
    public Prediction submit(String slug, Map<String, Object> sent, Visit visit) {
        return submit(Order.of(slug, sent), visit);
    }

    /**
     * Accepts a job.
     *
     * @throws Refused if there is no such model, the input is not acceptable, a limit is reached, or the balance does
     *     not cover the job; limits are looked at before money
     */
    public Prediction submit(Order order, Visit visit) {
        World home = world;
        Model model = model(order.model(), visit);
        Accepted accepted = Accepted.of(model, order);
        if (!accepted.dropped().isEmpty()) {
            visit.note("dropped, since the model does not know them: " + String.join(", ", accepted.dropped()));
        }
        Progression progression = home.progressions.of(order, services.settings(), visit);
        // Worked out before, so that other callers wait no longer than it takes to count the job in.
        BigDecimal price = model.priceOf(accepted.values());
        Map<String, Object> kept = home.inputs.keep(accepted.values());
        Allowance allowance = home.quota.allowance(order.terms(), home.ledger::balance);
        Prediction job = home.predictions.add(now -> home.quota.admit(
                now,
                allowance,
                () -> home.ledger.charge(
                        now,
                        model,
                        price,
                        TestLabels.of(visit),
                        () -> home.production.prepare(
                                model,
                                kept,
                                order.naming(),
                                progression,
                                now,
                                home.mishaps.inJob(visit, model, order.input(), now)))));
        visit.concerns(job.id());
        home.production.begin(model, job, accepted, order.naming(), visit);
        home.probes.begun(job);
        return job;
    }

    private Model model(String slug, Visit visit) {
        return services.catalog().find(slug).orElseThrow(() -> {
            visit.note("there is no model " + slug + " in the catalog");
            return new Refused(Refused.Reason.NO_SUCH_MODEL, "model not found");
        });
    }
}
