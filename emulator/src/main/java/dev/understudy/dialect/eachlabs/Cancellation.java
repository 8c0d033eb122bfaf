package dev.understudy.dialect.eachlabs;

import dev.understudy.dialect.Call;
import dev.understudy.dialect.Json;
import dev.understudy.dialect.Reply;
import dev.understudy.prediction.Prediction;
import dev.understudy.sandbox.Refused;
import dev.understudy.settings.EachlabsAnswers;

/**
 * Calling a job off. The provider's specification has the status {@code cancelled} in the answer; its video
 * specification, which says to be checked against production, has {@code success}, and "there is no 404 on this route
 * today": an unknown id is a 500. That a job that has ended is one like the other is inferred.
 */
final class Cancellation {

    private final boolean production;

    Cancellation(EachlabsAnswers answers) {
        this.production = answers == EachlabsAnswers.PRODUCTION;
    }

    /** {@code POST /v1/prediction/{id}/cancel}. */
    Reply cancel(Call call) {
        String id = Uuids.plain(call.request().variable("id"));
        Prediction job = call.sandbox().cancel(id).orElseThrow(() -> refusal(call, id));
        call.visit().shows("cancelled", true);
        return Reply.json(200, Json.write(json -> {
            json.writeStartObject();
            PredictionJson.said(json, production ? "success" : "cancelled", "Prediction canceled successfully", job);
            json.writeEndObject();
        }));
    }

    private Refused refusal(Call call, String id) {
        boolean known = call.sandbox().prediction(id).isPresent();
        String why = known ? "this job has ended, so it cannot be called off" : "this key has no such prediction";
        if (production) {
            return Refused.failing(500, why);
        }
        return new Refused(known ? Refused.Reason.CONFLICT : Refused.Reason.NO_SUCH_PREDICTION, why);
    }
}
