package dev.understudy.control;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.understudy.catalog.Model;
import dev.understudy.dialect.Call;
import dev.understudy.dialect.Json;
import dev.understudy.dialect.Operation;
import dev.understudy.dialect.Reply;
import dev.understudy.json.JsonValues;
import dev.understudy.prediction.Outcome;
import dev.understudy.prediction.Output;
import dev.understudy.prediction.Prediction;
import dev.understudy.prediction.State;
import dev.understudy.prediction.Timed;
import dev.understudy.sandbox.MediaAddress;
import dev.understudy.sandbox.PredictionStore;
import dev.understudy.sandbox.Refused;
import dev.understudy.sandbox.Sandbox;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The jobs of a sandbox, whichever wire format they came through, newest first. */
final class PredictionCalls {

    private static final int MOST = 200;
    private static final List<String> STATES = List.of("queued", "processing", "completed", "failed", "cancelled");

    private PredictionCalls() {}

    static List<Operation> operations() {
        // A long list takes a while to go through.
        return List.of(Operation.blocking(
                "control.predictions",
                "GET",
                "/__understudy/predictions",
                Operation.Body.NONE,
                PredictionCalls::predictions));
    }

    private static Reply predictions(Call call) {
        Parameters query = Parameters.of(call.request(), "skip", "limit", "state", "prediction");
        long skip = query.number("skip", 0, 0, Integer.MAX_VALUE);
        int limit = (int) query.number("limit", 50, 1, MOST);
        Sandbox sandbox = call.sandbox();
        Instant now = sandbox.clock().instant();
        Optional<Predicate<Prediction>> state = query.text("state").map(word -> in(word, now));
        PredictionStore.Page page = query.text("prediction")
                .map(id -> one(sandbox, id, state.orElse(any -> true)))
                .orElseGet(() -> sandbox.predictions()
                        .page(new PredictionStore.Selection(Instant.MIN, Instant.MAX, state), skip, limit));
        Jobs jobs = new Jobs(sandbox, now, call.request().baseUrl());
        return Reply.json(200, Json.write(json -> {
            json.writeStartObject();
            json.writeStringField("now", now.toString());
            json.writeNumberField("total", page.total());
            json.writeArrayFieldStart("predictions");
            for (Prediction job : page.predictions()) {
                jobs.write(json, job);
            }
            json.writeEndArray();
            json.writeEndObject();
        }));
    }

    private static PredictionStore.Page one(Sandbox sandbox, String id, Predicate<Prediction> wanted) {
        List<Prediction> found =
                sandbox.prediction(JobIds.plain(id)).filter(wanted).stream().toList();
        return new PredictionStore.Page(found.size(), found);
    }

    private static Predicate<Prediction> in(String word, Instant now) {
        if (!STATES.contains(word)) {
            throw Refused.choice("state", word, STATES);
        }
        return job -> job.at(now).word().equals(word);
    }

    private record Jobs(Sandbox sandbox, Instant now, String baseUrl) {

        void write(JsonGenerator json, Prediction job) throws IOException {
            State state = job.at(now);
            json.writeStartObject();
            json.writeStringField("prediction", job.id());
            json.writeStringField("model", job.model());
            json.writeStringField("provider", SandboxCalls.provider(job.model()));
            json.writeStringField("name", Model.plain(job.model()));
            json.writeFieldName("input");
            JsonValues.write(json, InputSummary.of(job.input(), sandbox::shown));
            json.writeStringField("status", state.word());
            JournalJson.optional(json, "error", error(state).map(sandbox::shown));
            JobJson.times(
                    json,
                    job.createdAt(),
                    job.timeline() instanceof Timed,
                    known(job.timeline().starts()),
                    known(job.timeline().ends()),
                    job.timeline().endless());
            outputs(json, job, state);
            StruckJson.write(json, "faults", job.struck());
            JobJson.money(
                    json, sandbox.ledger().price(job.id()), sandbox.ledger().isRefunded(job.id()));
            json.writeEndObject();
        }

        private void outputs(JsonGenerator json, Prediction job, State state) throws IOException {
            json.writeArrayFieldStart("outputs");
            if (state instanceof State.Ended ended && ended.outcome() instanceof Outcome.Completed completed) {
                for (Output output : completed.outputs()) {
                    output(json, job, output);
                }
            }
            json.writeEndArray();
        }

        private void output(JsonGenerator json, Prediction job, Output output) throws IOException {
            json.writeStartObject();
            if (output instanceof Output.MadeCharacter character) {
                json.writeStringField("character", character.id());
                json.writeStringField("name", sandbox.shown(character.name()));
            } else if (output instanceof Output.Video video) {
                MediaAddress address = new MediaAddress(
                        sandbox.reference(), MediaAddress.Kind.PREDICTIONS, job.id(), video.fileName());
                json.writeStringField("video", baseUrl + address.path());
            }
            json.writeEndObject();
        }

        private static Optional<String> error(State state) {
            return state instanceof State.Ended ended && ended.outcome() instanceof Outcome.Failed failed
                    ? Optional.of(failed.error())
                    : Optional.empty();
        }

        private static Optional<Instant> known(Instant time) {
            return Optional.of(time).filter(any -> !any.equals(Instant.MAX));
        }
    }
}
