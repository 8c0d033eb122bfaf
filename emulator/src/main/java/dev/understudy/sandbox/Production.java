package dev.understudy.sandbox;

import dev.understudy.catalog.Model;
import dev.understudy.fault.Struck;
import dev.understudy.prediction.Outcome;
import dev.understudy.prediction.Output;
import dev.understudy.prediction.Prediction;
import dev.understudy.prediction.Timeline;
import dev.understudy.settings.Progression;
import dev.understudy.time.Draw;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Makes the jobs of one sandbox, and what comes of them. */
final class Production {

    private final Draw draw;
    private final Services services;
    private final Ledger ledger;
    private final Remarks remarks;
    private final Schedule schedule;
    private final Casting casting;
    private final Filming filming;
    private final AtomicLong submitted = new AtomicLong();
    private final Map<String, Output.MadeCharacter> characters = new ConcurrentHashMap<>();

    Production(Draw draw, Services services, Ledger ledger, Remarks remarks) {
        this.draw = draw;
        this.services = services;
        this.ledger = ledger;
        this.remarks = remarks;
        this.schedule = new Schedule(services.settings().pace());
        this.casting = new Casting(services);
        this.filming = new Filming(services, characters, this::end);
    }

    /** Goes on from where another world's stands: with its next number, and its characters. */
    Production continuing(Production other) {
        submitted.set(other.submitted.get());
        characters.putAll(other.characters);
        return this;
    }

    /**
     * Draws what a job is: its id and its times.
     *
     * @param struck what is to go wrong in it, and with its webhook
     */
    Prediction prepare(
            Model model, Map<String, Object> input, Progression progression, Instant now, List<Struck> struck) {
        Draw ofJob = draw.child("prediction").child(submitted.getAndIncrement());
        Timeline timeline = schedule.draw(model, progression, now, ofJob);
        String id = ofJob.child("id").hex32();
        return JobFaults.delayed(
                new Prediction(id, model.slug(), input, now, timeline, struck, new CompletableFuture<>()));
    }

    /**
     * Sees to it that an accepted job gets its outcome: at once, or when its clip or image has been read.
     *
     * @param input whole, as it was accepted
     * @param visit of the call that submitted it
     */
    void begin(Model model, Prediction job, Map<String, Object> input, Visit visit) {
        Optional<Outcome> foregone = job.fault().flatMap(JobFaults::outcome);
        if (foregone.isPresent()) {
            end(job, foregone.get());
        } else if (model.product() == Model.Product.CHARACTER) {
            beginCasting(job, (String) input.get("video"), visit);
        } else {
            filming.begin(job, input.get("image"), visit, remarked -> remarks.made(job, remarked));
        }
    }

    private void beginCasting(Prediction job, String video, Visit visit) {
        if (services.clips().mayBlock(video, services.ownMedia())) {
            services.readers().execute(() -> cast(job, video, remarked -> remarks.made(job, remarked)));
        } else {
            cast(job, video, remarked -> remarked.forEach(visit::note));
        }
    }

    // The remarks go first: whoever sees the job ended can read what there is to say about its clip.
    private void cast(Prediction job, String video, Consumer<List<String>> hearer) {
        Draw ofCharacter = draw.child("character").child(job.id());
        Output.MadeCharacter character = new Output.MadeCharacter(
                "char_" + ofCharacter.hex32(), (String) job.input().get("name"));
        List<String> remarked = new ArrayList<>();
        Outcome outcome = casting.cast(video, character, remarked);
        hearer.accept(remarked);
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
}
