package dev.understudy.dialect.wavespeed;

import dev.understudy.dialect.Call;
import dev.understudy.dialect.Json;
import dev.understudy.dialect.Reply;
import dev.understudy.prediction.Prediction;
import dev.understudy.sandbox.Refused;
import dev.understudy.sandbox.Sandbox;

/** Submitting jobs and asking after them. */
final class Predictions {

    private final PredictionJson json;

    Predictions(PredictionJson json) {
        this.json = json;
    }

    Reply submit(Call call) {
        Prediction job = call.sandbox()
                .submit(
                        call.request().variable("model"),
                        Json.readObject(call.request().body()),
                        call.notes());
        return Reply.json(200, json.submitted(job, call.request().baseUrl()));
    }

    Reply result(Call call) {
        Sandbox sandbox = call.sandbox();
        Prediction job = sandbox.prediction(call.request().variable("id"))
                .orElseThrow(() -> new Refused(
                        Refused.Reason.NO_SUCH_PREDICTION, "this key has no such prediction; another key may have it"));
        return Reply.json(
                200,
                json.polled(
                        job, job.at(sandbox.clock().instant()), call.request().baseUrl(), sandbox.reference()));
    }
}
