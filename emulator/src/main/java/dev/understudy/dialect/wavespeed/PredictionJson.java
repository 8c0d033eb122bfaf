package dev.understudy.dialect.wavespeed;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.understudy.catalog.Model;
import dev.understudy.prediction.Failure;
import dev.understudy.prediction.Outcome;
import dev.understudy.prediction.Output;
import dev.understudy.prediction.Prediction;
import dev.understudy.prediction.State;
import dev.understudy.settings.InitialStatus;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A prediction on the wire. The order of the keys, the empty lists of an unfinished job, and milliseconds in a submit
 * answer against nanoseconds in a poll are as captured from the real service. No poll of a failed job was captured, so
 * the place of {@code code} is inferred.
 */
final class PredictionJson {

    /** The status in the answer to a submission. */
    static final String SUBMITTED = "created";

    // The provider's error-codes page; also what ends the wait of sync mode.
    private static final int TIMEOUT = 5004;

    private final String waiting;

    PredictionJson(InitialStatus waiting) {
        this.waiting = waiting == InitialStatus.QUEUED ? "queued" : "created";
    }

    /** What depends on how far a job is. */
    private record Shown(String status, Optional<Integer> code, String error, long took, List<Output> outputs) {
        static Shown unfinished(String status) {
            return new Shown(status, Optional.empty(), "", 0, List.of());
        }
    }

    byte[] submitted(Prediction job, Links links) {
        return Envelope.success(json -> {
            begin(json, job, job.model());
            rest(json, job, Shown.unfinished(SUBMITTED), Timestamps.milliseconds(job.createdAt()), links);
        });
    }

    byte[] polled(Prediction job, State state, Links links) {
        return Envelope.success(json -> {
            begin(json, job);
            rest(json, job, shown(job, state), Timestamps.nanoseconds(job.createdAt()), links);
        });
    }

    /** The answer of sync mode to somebody who has waited long enough. */
    byte[] timedOut(Prediction job, String error, Links links) {
        Shown shown = new Shown("processing", Optional.of(TIMEOUT), error, 0, List.of());
        return Envelope.success(json -> {
            begin(json, job);
            rest(json, job, shown, Timestamps.nanoseconds(job.createdAt()), links);
        });
    }

    /** The bare object, as a poll shows it but without an envelope. */
    void item(JsonGenerator json, Prediction job, State state, boolean withInput, Links links) throws IOException {
        begin(json, job);
        if (withInput) {
            InputJson.write(json, job.input());
        }
        rest(json, job, shown(job, state), Timestamps.nanoseconds(job.createdAt()), links);
    }

    /** The word for a state. */
    String status(State state) {
        return state instanceof State.Queued ? waiting : state.word();
    }

    private Shown shown(Prediction job, State state) {
        if (!(state instanceof State.Ended ended) || ended.outcome() instanceof Outcome.Deleted) {
            return Shown.unfinished(status(state));
        }
        long took = job.timeline().processing().toMillis();
        if (ended.outcome() instanceof Outcome.Failed failed) {
            return new Shown("failed", Optional.of(code(failed.failure())), failed.error(), took, List.of());
        }
        if (ended.outcome() instanceof Outcome.Cancelled) {
            // A status that the provider's server has, by a comment in its command-line tool; no path of its own leads
            // there.
            return new Shown("cancelled", Optional.empty(), "", took, List.of());
        }
        List<Output> outputs = ((Outcome.Completed) ended.outcome()).outputs();
        return new Shown("completed", Optional.empty(), "", took, outputs);
    }

    // How the real service would announce a fallback is not known; this is the only field that could.
    private static void begin(JsonGenerator json, Prediction job) throws IOException {
        begin(json, job, job.toldModel());
    }

    private static void begin(JsonGenerator json, Prediction job, String model) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", job.id());
        // A job may have come through another wire format.
        json.writeStringField("model", Model.plain(model));
    }

    private static void rest(JsonGenerator json, Prediction job, Shown shown, String createdAt, Links links)
            throws IOException {
        json.writeArrayFieldStart("outputs");
        for (Output output : shown.outputs()) {
            output(json, output, job, links);
        }
        json.writeEndArray();
        json.writeObjectFieldStart("urls");
        json.writeStringField("get", links.result(job));
        json.writeEndObject();
        json.writeArrayFieldStart("has_nsfw_contents");
        for (int i = 0; i < shown.outputs().size(); i++) {
            json.writeBoolean(false);
        }
        json.writeEndArray();
        json.writeStringField("status", shown.status());
        if (shown.code().isPresent()) {
            json.writeNumberField("code", shown.code().get());
        }
        json.writeStringField("created_at", createdAt);
        json.writeStringField("error", shown.error());
        json.writeNumberField("executionTime", shown.took());
        json.writeObjectFieldStart("timings");
        json.writeNumberField("inference", shown.took());
        json.writeEndObject();
        json.writeEndObject();
    }

    // Objects for characters, as the model's playground shows them; URLs for media.
    static void output(JsonGenerator json, Output output, Prediction job, Links links) throws IOException {
        if (output instanceof Output.MadeCharacter character) {
            json.writeStartObject();
            json.writeStringField("id", character.id());
            json.writeStringField("name", character.name());
            json.writeEndObject();
        } else if (output instanceof Output.Video video) {
            links.media(json, job, video);
        }
    }

    // The provider's error-codes page.
    private static int code(Failure failure) {
        return switch (failure) {
            case MODERATED -> 1200;
            case MISSING_PARAMETER -> 1400;
            case INVALID_PARAMETER, UNSUITABLE_MEDIA -> 1401;
            case MEDIA_UNAVAILABLE -> 1402;
            case EXECUTION_FAILED -> 1403;
            case TASK_FAILED -> 1405;
            case INTERNAL -> 5000;
            case UNAVAILABLE -> 5003;
            case TIMEOUT -> TIMEOUT;
        };
    }
}
