package dev.understudy.dialect.wavespeed;

import dev.understudy.dialect.Call;
import dev.understudy.dialect.Json;
import dev.understudy.dialect.Reply;
import dev.understudy.prediction.Prediction;
import dev.understudy.prediction.State;
import dev.understudy.sandbox.MediaLibrary;
import dev.understudy.sandbox.Polled;
import dev.understudy.sandbox.Refused;
import dev.understudy.sandbox.Submission;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Submitting jobs and asking after them. */
final class Predictions {

    private final PredictionJson json;
    private final MediaLibrary media;

    Predictions(PredictionJson json, MediaLibrary media) {
        this.json = json;
        this.media = media;
    }

    Reply submit(Call call) {
        Map<String, Object> sent = Json.readObject(call.request().body());
        SubmitOptions options = SubmitOptions.takenFrom(sent);
        Optional<URI> receiver = Callbacks.receiver(call.request());
        if (receiver.isPresent() && options.base64()) {
            return Callbacks.noBase64();
        }
        String model = call.request().variable("model");
        ModelEndpoints.requireOwn(model);
        call.visit().submits(new Submission(model, sent, options.sync(), receiver.isPresent()));
        call.sandbox().admit(call.visit());
        Prediction job = call.sandbox().submit(model, sent, call.visit());
        if (options.base64()) {
            call.sandbox().predictions().makeInline(job.id());
        }
        receiver.ifPresent(uri -> Callbacks.register(call, job, uri));
        if (options.sync()) {
            return new Reply.Later(whenEnded(call, job));
        }
        call.visit().shows(PredictionJson.SUBMITTED, false);
        return Reply.json(200, json.submitted(job, Links.of(call)));
    }

    Reply result(Call call) {
        Polled polled = call.sandbox()
                .poll(call.request().variable("id"))
                .orElseThrow(() -> new Refused(
                        Refused.Reason.NO_SUCH_PREDICTION, "this key has no such prediction; another key may have it"));
        return told(call, polled.job(), polled.state());
    }

    private Reply told(Call call, Prediction job, State state) {
        Links links = Links.of(call);
        call.visit().shows(json.status(state), state instanceof State.Ended);
        return state instanceof State.Ended && call.sandbox().predictions().isInline(job.id())
                ? new Reply.Costly(() -> Reply.json(200, json.polled(job, state, links.inline(media))))
                : Reply.json(200, json.polled(job, state, links));
    }

    // Cancelling it cancels the wait behind it too.
    private CompletableFuture<Reply> whenEnded(Call call, Prediction job) {
        CompletableFuture<State> ending = call.sandbox().endings().of(job);
        CompletableFuture<Reply> answer = ending.thenApply(state -> state instanceof State.Ended
                ? told(call, job, state)
                : Reply.json(
                        200,
                        json.timedOut(job, timedOut(call.sandbox().endings().longest()), Links.of(call))));
        answer.whenComplete((reply, problem) -> ending.cancel(false));
        return answer;
    }

    private static String timedOut(Duration waited) {
        BigDecimal seconds = BigDecimal.valueOf(waited.toMillis(), 3).stripTrailingZeros();
        return "Sync mode timed out after %s seconds. The prediction is still processing asynchronously."
                .formatted(seconds.toPlainString());
    }
}
