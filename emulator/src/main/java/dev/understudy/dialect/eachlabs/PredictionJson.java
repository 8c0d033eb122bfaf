package dev.understudy.dialect.eachlabs;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.understudy.catalog.Model;
import dev.understudy.dialect.Json;
import dev.understudy.json.JsonValues;
import dev.understudy.prediction.Outcome;
import dev.understudy.prediction.Output;
import dev.understudy.prediction.Prediction;
import dev.understudy.prediction.State;
import dev.understudy.settings.EachlabsAnswers;
import dev.understudy.time.Draw;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;

/**
 * A prediction on the wire. The keys, their order, and the zeros of an unfinished job are as captured from the real
 * service, whose captures are of other models than Sora's.
 */
final class PredictionJson {

    private static final BigDecimal NOTHING = BigDecimal.ZERO;

    private final String failed;

    PredictionJson(EachlabsAnswers answers) {
        this.failed = answers == EachlabsAnswers.PRODUCTION ? "error" : "failed";
    }

    /** The answer to a submission. */
    static byte[] submitted(Prediction job) {
        return Json.write(json -> {
            json.writeStartObject();
            said(json, "success", "Prediction created successfully", job);
            json.writeEndObject();
        });
    }

    /** What a submission and its cancellation answer alike. */
    static void said(JsonGenerator json, String status, String message, Prediction job) throws IOException {
        json.writeStringField("status", status);
        json.writeStringField("message", message);
        json.writeStringField("predictionID", Uuids.dashed(job.id()));
    }

    /** @param price in US dollars */
    byte[] polled(Prediction job, State state, BigDecimal price, Links links) {
        return Json.write(json -> {
            json.writeStartObject();
            json.writeStringField("id", Uuids.dashed(job.id()));
            json.writeFieldName("input");
            JsonValues.write(json, Names.ofCaller(job.input()));
            json.writeNullField("logs");
            json.writeStringField("status", status(state));
            json.writeFieldName("output");
            output(json, job, state, links);
            metrics(json, job, state, price);
            json.writeObjectFieldStart("urls");
            json.writeStringField("cancel", links.job(job) + "/cancel");
            json.writeStringField("get", links.job(job));
            json.writeEndObject();
            json.writeEndObject();
        });
    }

    /** The word for a state. */
    String status(State state) {
        if (!(state instanceof State.Ended ended)) {
            return state instanceof State.Queued ? "created" : "processing";
        }
        if (ended.outcome() instanceof Outcome.Completed) {
            return "success";
        }
        return ended.outcome() instanceof Outcome.Failed ? failed : "cancelled";
    }

    /** What a job made, why it failed, or null: the value of {@code output}. */
    static void output(JsonGenerator json, Prediction job, State state, Links links) throws IOException {
        if (state instanceof State.Ended ended && ended.outcome() instanceof Outcome.Completed completed) {
            made(json, job, completed.outputs(), links);
        } else if (state instanceof State.Ended ended && ended.outcome() instanceof Outcome.Failed failed) {
            why(json, job, failed);
        } else {
            json.writeNull();
        }
    }

    // Inferred, for both: no answer about a Sora model is known.
    static void made(JsonGenerator json, Prediction job, List<Output> outputs, Links links) throws IOException {
        if (outputs.isEmpty()) {
            json.writeNull();
        } else if (outputs.get(0) instanceof Output.MadeCharacter character) {
            json.writeStartObject();
            json.writeStringField("id", character.id());
            json.writeStringField("name", character.name());
            json.writeEndObject();
        } else if (outputs.get(0) instanceof Output.Video video) {
            json.writeString(links.media(job, video));
        }
    }

    private static void why(JsonGenerator json, Prediction job, Outcome.Failed failed) throws IOException {
        json.writeStartObject();
        if (Trouble.beforeDispatch(failed.failure())) {
            json.writeStringField("error", failed.error());
            json.writeEndObject();
            return;
        }
        Trouble trouble = Trouble.of(failed.failure());
        json.writeObjectFieldStart("classification");
        json.writeStringField("category", trouble.category());
        json.writeEndObject();
        json.writeStringField("error", "Execution failed");
        json.writeStringField("error_code", trouble.code());
        json.writeStringField("error_message", Names.inMessage(failed.error(), job.input()));
        json.writeStringField("error_step", trouble.step());
        json.writeStringField("execution_id", Uuids.dashed(job.id()));
        json.writeStringField("model_id", modelId(job.model()));
        json.writeStringField("model_slug", Model.plain(job.model()));
        json.writeStringField("provider", "openai");
        if (trouble.code().equals("PROVIDER_FAILED")) {
            json.writeStringField("provider_error_code", "failed");
        }
        json.writeBooleanField("retryable", trouble.retryable());
        json.writeStringField("status", "ERROR");
        json.writeBooleanField("success", false);
        json.writeEndObject();
    }

    // "present on every poll, reading 0, not null"
    private static void metrics(JsonGenerator json, Prediction job, State state, BigDecimal price) throws IOException {
        boolean done = state instanceof State.Ended ended && !(ended.outcome() instanceof Outcome.Cancelled);
        boolean paid = state instanceof State.Ended ended && ended.outcome() instanceof Outcome.Completed;
        json.writeObjectFieldStart("metrics");
        Json.amount(json, "predict_time", done ? seconds(job) : NOTHING);
        Json.amount(json, "cost", paid ? price : NOTHING);
        json.writeEndObject();
    }

    /** How long the work on an ended job took, in seconds with microseconds. */
    static BigDecimal seconds(Prediction job) {
        return BigDecimal.valueOf(job.timeline().processing().toNanos() / 1_000, 6);
    }

    // Every model has one, the same for ever.
    private static String modelId(String model) {
        return Uuids.drawn(new Draw(0).child(model));
    }
}
