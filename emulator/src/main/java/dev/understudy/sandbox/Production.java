package dev.understudy.sandbox;

import dev.understudy.catalog.ClipRules;
import dev.understudy.catalog.Model;
import dev.understudy.fault.Struck;
import dev.understudy.media.source.Reference;
import dev.understudy.prediction.Outcome;
import dev.understudy.prediction.Prediction;
import dev.understudy.prediction.Timeline;
import dev.understudy.settings.Progression;
import dev.understudy.time.Draw;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Makes the jobs of one sandbox, and what comes of them. */
final class Production {

    private final Draw draw;
    private final Draw ofCharacters;
    private final Services services;
    private final Ledger ledger;
    private final Remarks remarks;
    private final Schedule schedule;
    private final Casting casting;
    private final Filming filming;
    private final AtomicLong submitted = new AtomicLong();
    private final Cast characters = new Cast();

    Production(Draw draw, Services services, Ledger ledger, Remarks remarks) {
        this.draw = draw;
        this.ofCharacters = draw.child("character");
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
        characters.continuing(other.characters);
        return this;
    }

    Cast characters() {
        return characters;
    }

    /**
     * Draws what a job is: its id and its times.
     *
     * @param input as it is to be kept
     * @param struck what is to go wrong in it, and with its webhook
     */
    Prediction prepare(
            Model model,
            Map<String, Object> input,
            Naming naming,
            Progression progression,
            Instant now,
            List<Struck> struck) {
        Draw ofJob = draw.child("prediction").child(submitted.getAndIncrement());
        Timeline timeline = schedule.draw(model, progression, now, ofJob);
        String id = naming.job(ofJob.child("id"), now);
        return JobFaults.delayed(new Prediction(id, model.slug(), input, now, timeline, struck));
    }

    /**
     * Sees to it that an accepted job gets its outcome: at once, or when its clip or image has been read.
     *
     * @param accepted the input, whole
     * @param visit of the call that submitted it
     */
    void begin(Model model, Prediction job, Accepted accepted, Naming naming, Visit visit) {
        Map<String, Object> input = accepted.values();
        Optional<Outcome> foregone = job.fault().flatMap(JobFaults::outcome).or(accepted::failure);
        if (foregone.isPresent()) {
            end(job, foregone.get());
        } else if (model.product() == Model.Product.CHARACTER) {
            begin(new Audition(job, Reference.of((String) input.get("video")), model.clip(), naming), visit);
        } else {
            filming.begin(job, input.get("image"), visit, remarked -> remarks.made(job, remarked));
        }
    }

    /** A clip that is to become a character. */
    private record Audition(Prediction job, Reference video, ClipRules rules, Naming naming) {}

    private void begin(Audition audition, Visit visit) {
        if (casting.mayBlock(audition.video())) {
            services.readers().execute(() -> cast(audition, remarked -> remarks.made(audition.job(), remarked)));
        } else {
            cast(audition, remarked -> remarked.forEach(visit::note));
        }
    }

    // The remarks go first: whoever sees the job ended can read what there is to say about its clip.
    private void cast(Audition audition, Consumer<List<String>> hearer) {
        Prediction job = audition.job();
        List<String> remarked = new ArrayList<>();
        Optional<Outcome.Failed> problem = casting.problem(audition.video(), audition.rules(), job.input(), remarked);
        hearer.accept(remarked);
        end(job, problem.<Outcome>map(failed -> failed).orElseGet(() -> made(job, audition.naming())));
    }

    private Outcome made(Prediction job, Naming naming) {
        Made made = new Made(ofCharacters, naming, job);
        characters.add(made);
        return made;
    }

    // The ledger goes first: whoever sees a failed job ended finds its money back.
    private void end(Prediction job, Outcome outcome) {
        ledger.foresee(job, outcome);
        job.end(outcome);
    }
}
