package dev.understudy.sandbox;

import dev.understudy.fault.Fault;
import dev.understudy.fault.Struck;
import dev.understudy.journal.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One call while it is worked on: which operation it is, what its headers ask of the emulator, what is to go wrong with
 * its answer, and what the journal is to say about it. For one thread at a time.
 */
public final class Visit {

    // In real time, however the sandbox's clock stands.
    private final long arrived = System.nanoTime();
    private final String operation;
    private final Function<String, Optional<String>> headers;
    private List<String> notes = List.of();
    private List<Struck> struck = List.of();
    private Optional<String> prediction = Optional.empty();
    private Optional<Told.Shown> shown = Optional.empty();
    private Optional<String> model = Optional.empty();
    private Optional<Refused> refusal = Optional.empty();
    private Optional<Submission> submission = Optional.empty();
    private List<Struck> asked = List.of();

    /**
     * @param operation its name, such as {@code wavespeed.submit}
     * @param headers the request's, by name
     */
    public Visit(String operation, Function<String, Optional<String>> headers) {
        this.operation = operation;
        this.headers = headers;
    }

    /** A call without headers. */
    static Visit of(String operation) {
        return new Visit(operation, name -> Optional.empty());
    }

    /** When it came in, on the scale of {@link System#nanoTime}. */
    public long arrived() {
        return arrived;
    }

    public String operation() {
        return operation;
    }

    public Optional<String> header(String name) {
        return headers.apply(name);
    }

    public void note(String note) {
        if (notes.isEmpty()) {
            notes = new ArrayList<>(2);
        }
        notes.add(note);
    }

    public List<String> notes() {
        return List.copyOf(notes);
    }

    /** Remembers a fault that struck this call, and says so in the journal. */
    public void strike(Struck fault) {
        if (struck.isEmpty()) {
            struck = new ArrayList<>(2);
        }
        struck.add(fault);
        note(fault.why());
    }

    /** The faults that struck this call, in the order in which they did. */
    public List<Struck> struck() {
        return List.copyOf(struck);
    }

    /** What is to happen to the bytes of the answer. */
    public Optional<Fault.OnWire> wire() {
        for (Struck one : struck) {
            if (one.fault() instanceof Fault.OnWire fault) {
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    /** Says which model the call is about. */
    public void concernsModel(String slug) {
        model = Optional.of(slug);
    }

    public Optional<String> model() {
        return model;
    }

    /** Says which job the call is to start. */
    public void submits(Submission job) {
        submission = Optional.of(job);
        model = Optional.of(job.model());
    }

    Optional<Submission> submission() {
        return submission;
    }

    /** Remembers the faults that the call itself asks for. */
    void asks(List<Struck> faults) {
        asked = faults;
    }

    /** The faults that the call itself asks for, whether they struck or not. */
    List<Struck> asked() {
        return asked;
    }

    /** Says which prediction the call was about. */
    public void concerns(String id) {
        prediction = Optional.of(id);
    }

    public Optional<String> prediction() {
        return prediction;
    }

    /**
     * Says how the answer shows that prediction.
     *
     * @param status the word that stands in it
     * @param ended whether a client can take it for the end
     */
    public void shows(String status, boolean ended) {
        shown = Optional.of(new Told.Shown(status, ended));
    }

    /** Says that the call was not carried out. */
    public void refused(Refused why) {
        refusal = Optional.of(why);
    }

    public Optional<Refused> refusal() {
        return refusal;
    }

    public Optional<Told.Shown> shown() {
        return shown;
    }
}
