package dev.understudy.dialect.eachlabs;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.understudy.dialect.Json;
import dev.understudy.prediction.Outcome;
import dev.understudy.prediction.Prediction;
import java.io.IOException;

/**
 * The end of a job as a webhook tells it: both bodies are those of the provider's page on webhooks, of which the failed
 * one has its error within {@code output}.
 */
final class WebhookJson {

    private WebhookJson() {}

    static byte[] write(Prediction job, Outcome how, Links links) {
        return Json.write(json -> {
            json.writeStartObject();
            json.writeStringField("exec_id", Uuids.dashed(job.id()));
            json.writeNullField("flow_id");
            if (how instanceof Outcome.Completed completed) {
                json.writeStringField("status", "succeeded");
                json.writeFieldName("output");
                PredictionJson.made(json, job, completed.outputs(), links);
            } else {
                json.writeStringField("status", "failed");
                json.writeFieldName("output");
                failure(json, Names.inMessage(((Outcome.Failed) how).error(), job.input()));
            }
            json.writeStringField("error", "");
            json.writeEndObject();
        });
    }

    private static void failure(JsonGenerator json, String error) throws IOException {
        json.writeStartArray();
        json.writeStartObject();
        json.writeStringField("id", "");
        json.writeStringField("status", "");
        json.writeStringField("output", "");
        json.writeStringField("error", "Error: " + error);
        json.writeEndObject();
        json.writeEndArray();
    }
}
