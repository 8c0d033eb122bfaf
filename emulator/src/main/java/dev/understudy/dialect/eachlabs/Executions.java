package dev.understudy.dialect.eachlabs;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.understudy.catalog.Model;
import dev.understudy.dialect.Call;
import dev.understudy.dialect.Json;
import dev.understudy.dialect.Reply;
import dev.understudy.prediction.Outcome;
import dev.understudy.prediction.Output;
import dev.understudy.prediction.Prediction;
import dev.understudy.prediction.State;
import dev.understudy.sandbox.PredictionStore;
import dev.understudy.sandbox.Sandbox;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * {@code GET /v1/executions}: the jobs of the key, newest first. That {@code output} is a string is documented; that what
 * is none stands in it as JSON is inferred.
 */
final class Executions {

    private final PredictionJson json;

    Executions(PredictionJson json) {
        this.json = json;
    }

    Reply list(Call call) {
        ExecutionQuery query = ExecutionQuery.of(call.request());
        Sandbox sandbox = call.sandbox();
        Instant now = sandbox.clock().instant();
        PredictionStore store = sandbox.predictions();
        PredictionStore.Page page =
                store.page(query.selection(json, job -> store.seen(job, now)), query.offset(), query.limit());
        Links links = Links.of(call);
        return Reply.json(200, Json.write(out -> {
            out.writeStartObject();
            out.writeArrayFieldStart("executions");
            for (Prediction job : page.predictions()) {
                row(out, job, store.seen(job, now), Predictions.price(call, job), links);
            }
            out.writeEndArray();
            out.writeNumberField("total_count", page.total());
            out.writeBooleanField("total_capped", false);
            out.writeNumberField("offset", query.offset());
            out.writeNumberField("limit", query.limit());
            out.writeEndObject();
        }));
    }

    private void row(JsonGenerator out, Prediction job, State state, BigDecimal price, Links links) throws IOException {
        Optional<Outcome> outcome =
                state instanceof State.Ended ended ? Optional.of(ended.outcome()) : Optional.empty();
        boolean paid = outcome.filter(Outcome.Completed.class::isInstance).isPresent();
        out.writeStartObject();
        out.writeStringField("id", Uuids.dashed(job.id()));
        out.writeStringField("model", Model.plain(job.model()));
        out.writeNullField("requested_model");
        out.writeStringField("status", json.status(state));
        out.writeNullField("workflow_id");
        out.writeNullField("workflow_execution_id");
        Json.amount(out, "execution_cost", paid ? price : BigDecimal.ZERO);
        Json.amount(out, "run_time", outcome.isPresent() ? PredictionJson.seconds(job) : BigDecimal.ZERO);
        out.writeStringField("created_at", Timestamps.seconds(job.createdAt()));
        time(
                out,
                "started_at",
                state instanceof State.Queued
                        ? Optional.empty()
                        : Optional.of(job.timeline().starts()));
        time(out, "completed_at", outcome.map(how -> job.timeline().ends()));
        out.writeFieldName("output");
        output(out, job, state, links);
        out.writeEndObject();
    }

    private static void time(JsonGenerator out, String name, Optional<Instant> time) throws IOException {
        if (time.isPresent()) {
            out.writeStringField(name, Timestamps.seconds(time.get()));
        } else {
            out.writeNullField(name);
        }
    }

    private static void output(JsonGenerator out, Prediction job, State state, Links links) throws IOException {
        boolean medium = state instanceof State.Ended ended
                && ended.outcome() instanceof Outcome.Completed completed
                && completed.outputs().stream().allMatch(Output.Video.class::isInstance);
        if (medium || !(state instanceof State.Ended ended) || ended.outcome() instanceof Outcome.Cancelled) {
            PredictionJson.output(out, job, state, links);
        } else {
            byte[] text = Json.write(json -> PredictionJson.output(json, job, state, links));
            out.writeString(new String(text, StandardCharsets.UTF_8));
        }
    }
}
