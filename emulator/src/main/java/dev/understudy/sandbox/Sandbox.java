package dev.understudy.sandbox;

import dev.understudy.catalog.InvalidInputException;
import dev.understudy.catalog.Model;
import dev.understudy.fault.Fault;
import dev.understudy.fault.Struck;
import dev.understudy.journal.Journal;
import dev.understudy.prediction.Failure;
import dev.understudy.prediction.Outcome;
import dev.understudy.prediction.Output;
import dev.understudy.prediction.Prediction;
import dev.understudy.prediction.Timeline;
import dev.understudy.time.Agenda;
import dev.understudy.time.Draw;
import dev.understudy.time.SandboxClock;
import dev.understudy.webhook.Webhooks;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

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
    private final Schedule schedule;
    private final Casting casting;
    private final Filming filming;
    private final Uploads uploads;
    private final Journal journal = new Journal();
    private final Webhooks webhooks;
    private final AtomicLong submitted = new AtomicLong();
    private final PredictionStore predictions;
    private final Endings endings;
    private final Map<String, Output.MadeCharacter> characters = new ConcurrentHashMap<>();

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
        this.schedule = new Schedule(services.settings().pace());
        this.casting = new Casting(services);
        this.filming = new Filming(services, characters, this::end);
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
    public void requireService(Notes notes) {
        Duration sinceStart = Duration.between(began, clock.instant());
        services.profile().outage(sinceStart, draw).ifPresent(struck -> {
            notes.add(struck.why());
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
    public Prediction submit(String slug, Map<String, Object> sent, Notes notes) {
        Model model = model(slug, notes);
        Model.Accepted accepted = accept(model, sent);
        if (!accepted.dropped().isEmpty()) {
            notes.add("dropped, since the model does not know them: " + String.join(", ", accepted.dropped()));
        }
        Prediction job = predictions.add(now -> quota.admit(
                now,
                () -> ledger.charge(
                        model,
                        price(model, accepted.values()),
                        () -> prepare(model, KeptInput.of(accepted.values()), now))));
        job.struck().ifPresent(struck -> notes.add(struck.why()));
        begin(model, job, accepted.values(), notes);
        return job;
    }

    private Model model(String slug, Notes notes) {
        services.profile().atAdmission().ifPresent(struck -> {
            notes.add(struck.why());
            throw noSuchModel();
        });
        return services.catalog().find(slug).orElseThrow(() -> {
            notes.add("there is no model " + slug + " in the catalog");
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

    private static BigDecimal price(Model model, Map<String, Object> input) {
        return model.priceOf(input);
    }

    private Prediction prepare(Model model, Map<String, Object> input, Instant now) {
        Draw ofJob = draw.child("prediction").child(submitted.getAndIncrement());
        Optional<Struck> struck = services.profile().inJob(model, ofJob.child("fault"));
        Timeline timeline = schedule.draw(model, now, ofJob);
        if (fault(struck) instanceof Fault.LateFailure late) {
            timeline = timeline.stretchedBy(late.delay());
        }
        String id = ofJob.child("id").hex32();
        return new Prediction(id, model.slug(), input, now, timeline, struck, new CompletableFuture<>());
    }

    private void begin(Model model, Prediction job, Map<String, Object> input, Notes notes) {
        if (fault(job.struck()) instanceof Fault.LateFailure late) {
            end(job, new Outcome.Failed(Failure.TASK_FAILED, late.error()));
        } else if (model.product() == Model.Product.CHARACTER) {
            beginCasting(job, (String) input.get("video"), notes);
        } else {
            filming.begin(job, input.get("image"), notes, remarks -> note(job, remarks));
        }
    }

    private void beginCasting(Prediction job, String video, Notes notes) {
        if (services.clips().mayBlock(video, services.ownMedia())) {
            services.readers().execute(() -> cast(job, video, remarks -> note(job, remarks)));
        } else {
            cast(job, video, remarks -> remarks.forEach(notes::add));
        }
    }

    // The remarks go first: whoever sees the job ended can read what there is to say about its clip.
    private void cast(Prediction job, String video, Consumer<List<String>> remarks) {
        Draw ofCharacter = draw.child("character").child(job.id());
        Output.MadeCharacter character = new Output.MadeCharacter(
                "char_" + ofCharacter.hex32(), (String) job.input().get("name"));
        List<String> remarked = new ArrayList<>();
        Outcome outcome = casting.cast(video, character, remarked);
        remarks.accept(remarked);
        if (outcome instanceof Outcome.Completed) {
            characters.put(character.id(), character);
        }
        end(job, outcome);
    }

    // The ledger goes first: whoever sees a failed job ended finds its money back.
    private void end(Prediction job, Outcome outcome) {
        ledger.foresee(job, outcome);
        job.outcome().complete(outcome);
    }

    private void note(Prediction job, List<String> remarks) {
        if (!remarks.isEmpty()) {
            journal.jobNote(clock.instant(), job.id(), remarks);
        }
    }

    private static Fault fault(Optional<Struck> struck) {
        return struck.map(Struck::fault).orElse(null);
    }
}
