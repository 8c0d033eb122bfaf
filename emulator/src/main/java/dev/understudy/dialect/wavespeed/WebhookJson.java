package dev.understudy.dialect.wavespeed;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.understudy.dialect.Json;
import dev.understudy.prediction.Outcome;
import dev.understudy.prediction.Output;
import dev.understudy.prediction.Prediction;
import java.io.IOException;
import java.util.Optional;

/**
 * A job that has ended, as a webhook tells it: the bare prediction. The keys are those of the provider's page on
 * webhooks, with {@code executionTime} and {@code timings} as in the delivery that its page on verifying them shows.
 * {@code outputs} is there only when the job completed. That the order is the one of other answers, with {@code input}
 * after {@code model}, is inferred.
 */
final class WebhookJson {

    private WebhookJson() {}

    static byte[] write(Prediction job, Outcome outcome, String baseUrl, String sandbox) {
        return Json.write(json -> {
            json.writeStartObject();
            json.writeStringField("id", job.id());
            json.writeStringField("model", job.toldModel());
            json.writeFieldName("input");
            InputJson.object(json, job.input());
            if (outcome instanceof Outcome.Completed completed) {
                json.writeArrayFieldStart("outputs");
                for (Output output : completed.outputs()) {
                    PredictionJson.output(json, output, job, new Links(baseUrl, sandbox, Optional.empty()));
                }
                json.writeEndArray();
                end(json, job, baseUrl, "completed", completed.outputs().size(), "");
            } else {
                end(json, job, baseUrl, "failed", 0, ((Outcome.Failed) outcome).error());
            }
        });
    }

    private static void end(
            JsonGenerator json, Prediction job, String baseUrl, String status, int outputs, String error)
            throws IOException {
        json.writeObjectFieldStart("urls");
        json.writeStringField("get", baseUrl + "/api/v3/predictions/" + job.id() + "/result");
        json.writeEndObject();
        json.writeArrayFieldStart("has_nsfw_contents");
        for (int i = 0; i < outputs; i++) {
            json.writeBoolean(false);
        }
        json.writeEndArray();
        json.writeStringField("status", status);
        json.writeStringField("created_at", Timestamps.nanoseconds(job.createdAt()));
        json.writeStringField("error", error);
        long took = job.timeline().processing().toMillis();
        json.writeNumberField("executionTime", took);
        json.writeObjectFieldStart("timings");
        json.writeNumberField("inference", took);
        json.writeEndObject();
        json.writeEndObject();
    }
}
