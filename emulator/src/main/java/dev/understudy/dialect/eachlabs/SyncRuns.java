package dev.understudy.dialect.eachlabs;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.understudy.catalog.Model;
import dev.understudy.dialect.Call;
import dev.understudy.dialect.Json;
import dev.understudy.dialect.Reply;
import dev.understudy.prediction.Outcome;
import dev.understudy.prediction.Prediction;
import dev.understudy.prediction.State;
import dev.understudy.sandbox.Order;
import dev.understudy.sandbox.Refused;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/**
 * {@code POST /v1/prediction/run}, which answers when the job has ended. It is "only supported for models with
 * synchronous execution enabled"; which of Sora's are is not known. Here those that make characters are, since they take
 * seconds, and those that make videos are not, since they take minutes.
 */
final class SyncRuns {

    private SyncRuns() {}

    static Reply run(Call call) {
        NewPrediction sent = NewPrediction.of(call.request());
        Order order = Predictions.order(sent).awaitedByItsCaller();
        Predictions.admit(call, sent, order);
        if (Models.model(call, sent.model()).product() != Model.Product.CHARACTER) {
            throw Errors.wrong("model", "model does not support synchronous execution");
        }
        return new Reply.Later(whenEnded(call, Predictions.submit(call, sent, order)));
    }

    // Cancelling it cancels the wait behind it too.
    private static CompletableFuture<Reply> whenEnded(Call call, Prediction job) {
        CompletableFuture<State> ending = call.sandbox().endings().of(job);
        CompletableFuture<Reply> answer = ending.thenApply(state -> told(call, job, state));
        answer.whenComplete((reply, problem) -> ending.cancel(false));
        return answer;
    }

    private static Reply told(Call call, Prediction job, State state) {
        if (!(state instanceof State.Ended ended)) {
            throw new Refused(
                    Refused.Reason.GATEWAY_TIMEOUT,
                    "the job runs on; ask after it by its id " + Uuids.dashed(job.id()));
        }
        call.visit().shows(status(ended.outcome()), true);
        return Reply.json(200, Json.write(json -> answer(json, job, ended.outcome(), Links.of(call))));
    }

    private static void answer(JsonGenerator json, Prediction job, Outcome how, Links links) throws IOException {
        json.writeStartObject();
        PredictionJson.said(json, status(how), message(how), job);
        json.writeFieldName("output");
        if (how instanceof Outcome.Completed completed) {
            PredictionJson.made(json, job, completed.outputs(), links);
        } else {
            json.writeNull();
        }
        json.writeStringField(
                "error", how instanceof Outcome.Failed failed ? Names.inMessage(failed.error(), job.input()) : "");
        json.writeEndObject();
    }

    private static String status(Outcome how) {
        if (how instanceof Outcome.Completed) {
            return "success";
        }
        return how instanceof Outcome.Failed ? "failed" : "cancelled";
    }

    // Only that of success is documented.
    private static String message(Outcome how) {
        if (how instanceof Outcome.Completed) {
            return "Prediction completed successfully";
        }
        return how instanceof Outcome.Failed ? "Prediction failed" : "Prediction canceled";
    }
}
