package dev.understudy.dialect.wavespeed;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.understudy.dialect.Json;
import dev.understudy.prediction.Failure;
import dev.understudy.prediction.Outcome;
import dev.understudy.prediction.Output;
import dev.understudy.prediction.Prediction;
import dev.understudy.prediction.State;
import dev.understudy.sandbox.MediaAddress;
import dev.understudy.settings.InitialStatus;
import java.io.IOException;
import java.util.List;

/**
 * A prediction on the wire. The order of the keys, the empty lists of an unfinished job, and milliseconds in a submit
 * answer against nanoseconds in a poll are as captured from the real service. No poll of a failed job was captured, so
 * the place of {@code code} is inferred.
 */
final class PredictionJson {

    private final String waiting;

    PredictionJson(InitialStatus waiting) {
        this.waiting = waiting == InitialStatus.QUEUED ? "queued" : "created";
    }

    byte[] submitted(Prediction job, String baseUrl) {
        return Json.write(json -> {
            begin(json, job);
            json.writeEndArray();
            unfinished(json, job, baseUrl, "created", Timestamps.milliseconds(job.createdAt()));
        });
    }

    byte[] polled(Prediction job, State state, String baseUrl, String sandbox) {
        String createdAt = Timestamps.nanoseconds(job.createdAt());
        return Json.write(json -> {
            begin(json, job);
            if (state instanceof State.Ended ended) {
                ended(json, job, ended.outcome(), baseUrl, sandbox, createdAt);
            } else {
                json.writeEndArray();
                String status = state instanceof State.Queued ? waiting : "processing";
                unfinished(json, job, baseUrl, status, createdAt);
            }
        });
    }

    // Up to the opening bracket of the outputs.
    private static void begin(JsonGenerator json, Prediction job) throws IOException {
        json.writeStartObject();
        json.writeNumberField("code", 200);
        json.writeStringField("message", "success");
        json.writeObjectFieldStart("data");
        json.writeStringField("id", job.id());
        json.writeStringField("model", job.model());
        json.writeArrayFieldStart("outputs");
    }

    private static void unfinished(JsonGenerator json, Prediction job, String baseUrl, String status, String createdAt)
            throws IOException {
        urls(json, job, baseUrl);
        json.writeEndArray();
        json.writeStringField("status", status);
        end(json, createdAt, "", 0);
    }

    private static void ended(
            JsonGenerator json, Prediction job, Outcome outcome, String baseUrl, String sandbox, String createdAt)
            throws IOException {
        long took = job.timeline().processing().toMillis();
        if (outcome instanceof Outcome.Failed failed) {
            json.writeEndArray();
            urls(json, job, baseUrl);
            json.writeEndArray();
            json.writeStringField("status", "failed");
            json.writeNumberField("code", code(failed.failure()));
            end(json, createdAt, failed.error(), took);
            return;
        }
        List<Output> outputs = ((Outcome.Completed) outcome).outputs();
        for (Output output : outputs) {
            output(json, output, job, baseUrl, sandbox);
        }
        json.writeEndArray();
        urls(json, job, baseUrl);
        for (int i = 0; i < outputs.size(); i++) {
            json.writeBoolean(false);
        }
        json.writeEndArray();
        json.writeStringField("status", "completed");
        end(json, createdAt, "", took);
    }

    // Up to the opening bracket of has_nsfw_contents.
    private static void urls(JsonGenerator json, Prediction job, String baseUrl) throws IOException {
        json.writeObjectFieldStart("urls");
        json.writeStringField("get", baseUrl + "/api/v3/predictions/" + job.id() + "/result");
        json.writeEndObject();
        json.writeArrayFieldStart("has_nsfw_contents");
    }

    private static void end(JsonGenerator json, String createdAt, String error, long milliseconds) throws IOException {
        json.writeStringField("created_at", createdAt);
        json.writeStringField("error", error);
        json.writeNumberField("executionTime", milliseconds);
        json.writeObjectFieldStart("timings");
        json.writeNumberField("inference", milliseconds);
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }

    // Objects for characters, as the model's playground shows them; URLs for media.
    static void output(JsonGenerator json, Output output, Prediction job, String baseUrl, String sandbox)
            throws IOException {
        if (output instanceof Output.MadeCharacter character) {
            json.writeStartObject();
            json.writeStringField("id", character.id());
            json.writeStringField("name", character.name());
            json.writeEndObject();
        } else if (output instanceof Output.Video video) {
            MediaAddress address = new MediaAddress(sandbox, MediaAddress.Kind.PREDICTIONS, job.id(), video.fileName());
            json.writeString(baseUrl + address.path());
        }
    }

    // The provider's error-codes page.
    private static int code(Failure failure) {
        return switch (failure) {
            case INVALID_PARAMETER -> 1401;
            case MEDIA_UNAVAILABLE -> 1402;
            case TASK_FAILED -> 1405;
        };
    }
}
