package dev.understudy.sandbox;

import dev.understudy.catalog.InvalidInputException;
import dev.understudy.catalog.Model;
import dev.understudy.journal.Journal;
import dev.understudy.prediction.Prediction;
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

    private final String reference;
    private final Draw draw;
    private final Services services;
    private final SandboxClock clock;
    private final Agenda agenda;
    private final Instant began;
    private final Quota quota;
    private final Ledger ledger;
    private final Production production;
    private final Uploads uploads;
    private final Journal journal = new Journal();
    private final Webhooks webhooks;
    private final PredictionStore predictions;
    private final Endings endings;

    Sandbox(Draw draw, Services services) {
        this.reference = draw.child("reference").hex16();
        this.draw = draw;
        this.services = services;
        this.clock = new SandboxClock(services.wall());
        this.agenda = new Agenda(clock, services.alarm());
        this.predictions = new PredictionStore(clock);
        this.endings = new Endings(clock, agenda, services.settings().syncTimeout());
        this.began = clock.instant();
        this.quota = new Quota(services.settings().level());
        this.ledger = new Ledger(services.settings().balance(), draw.child("ledger"), clock);
        this.production = new Production(draw, services, clock, ledger, journal);
        this.uploads = new Uploads(reference, draw.child("upload"), services.blobs(), clock);
        this.webhooks = new Webhooks(reference, draw.child("webhook"), clock, agenda, journal, services.post());
    }

    /** A name for this sandbox that may be shown: drawn from its key, but not the key. 16 hexadecimal digits. */
    public String reference() {
        return reference;
    }

    public SandboxClock clock() {
        return clock;
    }

    /**
     * Pushes the clock, and returns when the webhooks that fell due on the way were attempted, or have had the real
     * time that one attempt may take. Not for a thread that must not wait.
     *
     * @param by zero or more
     * @return the new time
     */
    public Instant advance(Duration by) {
        long deadline = System.nanoTime()
                + services.settings().webhookTimeout().plusSeconds(1).toNanos();
        return clock.advance(by, () -> webhooks.settle(deadline));
    }

    /** What is to happen in this sandbox at certain times. */
    public Agenda agenda() {
        return agenda;
    }

    public Journal journal() {
        return journal;
    }

    public Webhooks webhooks() {
        return webhooks;
    }

    public Ledger ledger() {
        return ledger;
    }

    public Uploads uploads() {
        return uploads;
    }

    public Offers offers() {
        return new Offers(services, this::model);
    }

    public Optional<Prediction> prediction(String id) {
        return predictions.find(id);
    }

    public PredictionStore predictions() {
        return predictions;
    }

    public Endings endings() {
        return endings;
    }

    /**
     * Deletes predictions and what they made; a job that still runs stops. Unknown ids are passed over. A character is
     * more than an output and stays.
     *
     * @return how many were deleted
     */
    public int delete(Collection<String> ids) {
        List<String> deleted = predictions.delete(ids);
        quota.release(deleted);
        endings.deleted(deleted);
        webhooks.forget(deleted);
        return deleted.size();
    }

    /** @throws Refused if the profile has the service down at this moment */
    public void requireService(Visit visit) {
        Duration sinceStart = Duration.between(began, clock.instant());
        services.profile().outage(sinceStart, draw).ifPresent(struck -> {
            visit.strike(struck);
            throw new Refused(Refused.Reason.UNAVAILABLE, "Service temporarily unavailable");
        });
    }

    /**
     * Accepts a job.
     *
     * @param slug the model
     * @param sent what the caller sent as its input, unchecked
     * @throws Refused if there is no such model, the input is not acceptable, a limit is reached, or the balance does
     *     not cover the job; limits are looked at before money
     */
    public Prediction submit(String slug, Map<String, Object> sent, Visit visit) {
        Model model = model(slug, visit);
        Model.Accepted accepted = accept(model, sent);
        if (!accepted.dropped().isEmpty()) {
            visit.note("dropped, since the model does not know them: " + String.join(", ", accepted.dropped()));
        }
        // Worked out before, so that other callers wait no longer than it takes to count the job in.
        BigDecimal price = model.priceOf(accepted.values());
        Map<String, Object> kept = KeptInput.of(accepted.values());
        Prediction job = predictions.add(now ->
                quota.admit(now, () -> ledger.charge(model, price, () -> production.prepare(model, kept, now))));
        job.struck().ifPresent(visit::strike);
        visit.concerns(job.id());
        production.begin(model, job, accepted.values(), visit);
        return job;
    }

    private Model model(String slug, Visit visit) {
        services.profile().atAdmission().ifPresent(struck -> {
            visit.strike(struck);
            throw noSuchModel();
        });
        return services.catalog().find(slug).orElseThrow(() -> {
            visit.note("there is no model " + slug + " in the catalog");
            return noSuchModel();
        });
    }

    private static Refused noSuchModel() {
        return new Refused(Refused.Reason.NO_SUCH_MODEL, "model not found");
    }

    private static Model.Accepted accept(Model model, Map<String, Object> sent) {
        try {
            return model.accept(sent);
        } catch (InvalidInputException e) {
            throw new Refused(Refused.Reason.INVALID, e.getMessage());
        }
    }
}
