package dev.understudy.dialect.soraguide;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.understudy.catalog.Model;
import dev.understudy.dialect.Json;
import dev.understudy.prediction.Failure;
import dev.understudy.prediction.Outcome;
import dev.understudy.prediction.Output;
import dev.understudy.prediction.Prediction;
import dev.understudy.prediction.State;
import dev.understudy.prediction.Timeline;
import dev.understudy.sandbox.Polled;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * A generation on the wire. The guide calls its answer a "video generation task response" and shows none: the fields are
 * those of proxies, who answer with {@code id} and {@code task_id}; of a poll all of it is inferred from them.
 *
 * @param progress in percent
 */
record GenerationJson(Prediction job, State state, String status, int progress, Links links) {

    static final String QUEUED = "queued";

    static GenerationJson of(Polled polled, Instant now, Links links) {
        Prediction job = polled.job();
        State state = polled.state();
        if (state instanceof State.Ended ended) {
            boolean completed = ended.outcome() instanceof Outcome.Completed;
            return new GenerationJson(job, state, completed ? "completed" : "failed", completed ? 100 : 0, links);
        }
        boolean queued = state instanceof State.Queued;
        return new GenerationJson(
                job, state, queued ? QUEUED : "in_progress", queued ? 0 : progress(job.timeline(), now), links);
    }

    static byte[] submitted(Prediction job) {
        return Json.write(json -> {
            json.writeStartObject();
            begin(json, job, job.model(), QUEUED, 0);
            json.writeEndObject();
        });
    }

    byte[] bytes() {
        return Json.write(json -> {
            json.writeStartObject();
            begin(json, job, job.toldModel(), status, progress);
            if (state instanceof State.Ended ended) {
                json.writeNumberField("completed_at", job.timeline().ends().getEpochSecond());
                outcome(json, ended.outcome());
            }
            json.writeEndObject();
        });
    }

    private static void begin(JsonGenerator json, Prediction job, String model, String status, int progress)
            throws IOException {
        json.writeStringField("id", TaskIds.wire(job));
        json.writeStringField("task_id", TaskIds.wire(job));
        json.writeStringField("object", "video");
        json.writeStringField("model", Model.plain(model));
        json.writeStringField("status", status);
        json.writeNumberField("progress", progress);
        json.writeNumberField("created_at", job.createdAt().getEpochSecond());
        if (job.input().get("duration") != null) {
            json.writeStringField("seconds", job.input().get("duration").toString());
        }
    }

    private void outcome(JsonGenerator json, Outcome outcome) throws IOException {
        if (outcome instanceof Outcome.Completed completed) {
            for (Output output : completed.outputs()) {
                if (output instanceof Output.Video video) {
                    json.writeStringField("url", links.video(job, video));
                    json.writeStringField("video_url", links.video(job, video));
                }
            }
        } else {
            json.writeObjectFieldStart("error");
            json.writeStringField("code", outcome instanceof Outcome.Failed failed ? code(failed) : "cancelled");
            json.writeStringField(
                    "message", outcome instanceof Outcome.Failed failed ? failed.error() : "The task was cancelled.");
            json.writeEndObject();
        }
    }

    // Inferred, all of them.
    private static String code(Outcome.Failed failed) {
        return failed.failure() == Failure.MODERATED
                ? "content_policy_violation"
                : failed.failure().name().toLowerCase(Locale.ROOT);
    }

    // By the time gone; a job that steps move is half done.
    private static int progress(Timeline timeline, Instant now) {
        if (!timeline.endKnown()) {
            return 50;
        }
        long whole = Math.max(1, timeline.processing().toMillis());
        long done = Duration.between(timeline.starts(), now).toMillis();
        return (int) Math.min(99, Math.max(1, 100 * done / whole));
    }
}
