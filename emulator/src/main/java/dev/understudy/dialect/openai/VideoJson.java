package dev.understudy.dialect.openai;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.understudy.catalog.Model;
import dev.understudy.dialect.Json;
import dev.understudy.prediction.Failure;
import dev.understudy.prediction.Outcome;
import dev.understudy.prediction.Prediction;
import dev.understudy.prediction.State;
import dev.understudy.prediction.Timeline;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/**
 * A video on the wire: the 13 keys of the provider's specification, all of them always, in the order of its example. That
 * what has not been reached yet is null is documented; that a failed video has no {@code completed_at} is inferred.
 */
final class VideoJson {

    private static final int DONE = 100;
    private static final int NEARLY_DONE = 99;
    private static final int UNKNOWN = 50;

    // "Download URLs are valid for a maximum of 1 hour after generation", the guide; that expires_at says so is
    // inferred.
    private static final Duration DOWNLOADABLE = Duration.ofHours(1);

    private VideoJson() {}

    static byte[] of(Prediction job, State state, Instant now) {
        return Json.write(json -> write(json, job, state, now));
    }

    static void write(JsonGenerator json, Prediction job, State state, Instant now) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", Ids.video(job.id()));
        json.writeStringField("object", "video");
        json.writeStringField("model", Model.plain(job.toldModel()));
        json.writeStringField("status", status(state));
        json.writeNumberField("progress", progress(job.timeline(), state, now));
        json.writeNumberField("created_at", job.createdAt().getEpochSecond());
        end(json, job, state);
        Shot shot = Shot.of(job);
        json.writeStringField("prompt", shot.prompt());
        json.writeStringField("size", shot.size());
        json.writeStringField("seconds", shot.seconds());
        json.writeStringField("remixed_from_video_id", (String) job.input().get(VideoOrders.REMIXED_FROM));
        error(json, state);
        json.writeEndObject();
    }

    private static void end(JsonGenerator json, Prediction job, State state) throws IOException {
        if (isCompleted(state)) {
            json.writeNumberField("completed_at", job.timeline().ends().getEpochSecond());
            json.writeNumberField("expires_at", expires(job).getEpochSecond());
        } else {
            json.writeNullField("completed_at");
            json.writeNullField("expires_at");
        }
    }

    private static void error(JsonGenerator json, State state) throws IOException {
        json.writeFieldName("error");
        if (!(state instanceof State.Ended ended) || ended.outcome() instanceof Outcome.Completed) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        if (ended.outcome() instanceof Outcome.Failed failed) {
            json.writeStringField("code", code(failed.failure()));
            json.writeStringField("message", message(failed));
        } else {
            json.writeStringField("code", "cancelled");
            json.writeStringField("message", "The video was cancelled.");
        }
        json.writeEndObject();
    }

    /** What is said of a job that failed. The sentence about moderation was seen; the others name what was found. */
    static String message(Outcome.Failed failed) {
        return failed.failure() == Failure.MODERATED
                ? "Your request was blocked by our moderation system."
                : failed.error();
    }

    /** {@code moderation_blocked} and {@code processing_error} were seen; the others are inferred. */
    static String code(Failure failure) {
        return switch (failure) {
            case MODERATED -> "moderation_blocked";
            case MISSING_PARAMETER, INVALID_PARAMETER, UNSUITABLE_MEDIA -> "invalid_value";
            case MEDIA_UNAVAILABLE -> "invalid_media";
            case EXECUTION_FAILED, TASK_FAILED, UNAVAILABLE, TIMEOUT -> "processing_error";
            case INTERNAL -> "server_error";
        };
    }

    static String status(State state) {
        if (state instanceof State.Queued) {
            return "queued";
        }
        if (state instanceof State.Processing) {
            return "in_progress";
        }
        return isCompleted(state) ? "completed" : "failed";
    }

    static boolean isCompleted(State state) {
        return state instanceof State.Ended ended && ended.outcome() instanceof Outcome.Completed;
    }

    /** From when on a completed video cannot be downloaded any more. */
    static Instant expires(Prediction job) {
        return job.timeline().ends().plus(DOWNLOADABLE);
    }

    private static int progress(Timeline timeline, State state, Instant now) {
        if (state instanceof State.Ended) {
            return isCompleted(state) ? DONE : 0;
        }
        if (state instanceof State.Queued) {
            return 0;
        }
        return timeline.endKnown() ? share(timeline, now) : UNKNOWN;
    }

    private static int share(Timeline timeline, Instant now) {
        long whole = Math.max(1, timeline.processing().toMillis());
        long part = Duration.between(timeline.starts(), now).toMillis();
        return (int) Math.max(0, Math.min(NEARLY_DONE, DONE * part / whole));
    }
}
