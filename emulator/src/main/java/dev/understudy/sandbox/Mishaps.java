package dev.understudy.sandbox;

import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.Model;
import dev.understudy.fault.Cues;
import dev.understudy.fault.Fault;
import dev.understudy.fault.Occasion;
import dev.understudy.fault.Place;
import dev.understudy.fault.Playbook;
import dev.understudy.fault.RuleException;
import dev.understudy.fault.Struck;
import dev.understudy.prediction.Prediction;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Asks a sandbox's playbook at each of the places where something may go wrong. */
final class Mishaps {

    private final Playbook playbook;
    private final InstantSource clock;
    private final Catalog catalog;
    private final Function<String, Optional<Prediction>> jobs;

    /** @param jobs finds a prediction by its id */
    Mishaps(Playbook playbook, InstantSource clock, Catalog catalog, Function<String, Optional<Prediction>> jobs) {
        this.playbook = playbook;
        this.clock = clock;
        this.catalog = catalog;
        this.jobs = jobs;
    }

    /**
     * At the beginning of a call, before anything is done.
     *
     * @throws Refused if a fault strikes it here, or if the faults that it asks for cannot be read
     */
    void atAdmission(Visit visit) {
        visit.asks(asked(visit));
        Optional<Struck> struck = strike(Place.ADMISSION, visit);
        struck.map(one -> Refusals.by((Fault.AtAdmission) one.fault())).ifPresent(refused -> {
            throw refused;
        });
    }

    /** When a call has been answered, and before the answer is sent. */
    void onWire(Visit visit) {
        strike(Place.WIRE, visit);
    }

    // Most sandboxes have no rules, and most calls ask for nothing: then there is nothing to look up.
    private boolean nothingCan(Visit visit) {
        return playbook.isEmpty() && visit.asked().isEmpty();
    }

    private Optional<Struck> strike(Place place, Visit visit) {
        if (nothingCan(visit)) {
            return Optional.empty();
        }
        Optional<Struck> struck = playbook.at(place, occasion(visit), visit.asked());
        struck.ifPresent(visit::strike);
        return struck;
    }

    /**
     * When a job has been accepted.
     *
     * @return what struck the job, and what is to strike its webhook because its caller asked for it
     */
    List<Struck> inJob(Visit visit, Model model, Map<String, Object> input, Instant now) {
        if (nothingCan(visit)) {
            return List.of();
        }
        Occasion occasion = new Occasion(
                visit.operation(),
                Optional.of(model.slug()),
                Optional.of(model.product()),
                name(input),
                Optional.empty(),
                now);
        Optional<Struck> struck = playbook.at(Place.JOB, occasion, visit.asked());
        struck.ifPresent(visit::strike);
        return Stream.concat(struck.stream(), visit.asked().stream().filter(one -> one.place() == Place.WEBHOOK))
                .toList();
    }

    /** When the end of a job is about to be told. */
    Optional<Struck> onWebhook(Prediction job) {
        Occasion occasion = new Occasion(
                "webhook",
                Optional.of(job.model()),
                makes(job.model()),
                name(job.input()),
                Optional.of(job.id()),
                clock.instant());
        return playbook.at(Place.WEBHOOK, occasion, job.struck());
    }

    private static List<Struck> asked(Visit visit) {
        Optional<Submission> submission = visit.submission();
        try {
            List<Struck> asked = Cues.read(
                    visit.operation(),
                    visit.header(Cues.HEADER),
                    submission.map(Submission::input).orElse(Map.of()));
            submission.ifPresent(job -> Cues.requireUse(asked, job.sync(), job.webhook()));
            return asked;
        } catch (RuleException e) {
            throw Refused.of(e);
        }
    }

    private Occasion occasion(Visit visit) {
        Optional<Prediction> job = visit.prediction().flatMap(jobs);
        Optional<String> model = visit.model().or(() -> job.map(Prediction::model));
        Optional<String> name = visit.submission()
                .map(Submission::input)
                .or(() -> job.map(Prediction::input))
                .flatMap(Mishaps::name);
        return new Occasion(
                visit.operation(), model, model.flatMap(this::makes), name, visit.prediction(), clock.instant());
    }

    private Optional<Model.Product> makes(String slug) {
        return catalog.find(slug).map(Model::product);
    }

    private static Optional<String> name(Map<String, Object> input) {
        return input.get("name") instanceof String name ? Optional.of(name) : Optional.empty();
    }
}
