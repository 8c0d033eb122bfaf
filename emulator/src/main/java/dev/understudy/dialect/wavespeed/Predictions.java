package dev.understudy.dialect.wavespeed;

import dev.understudy.dialect.Call;
import dev.understudy.dialect.Json;
import dev.understudy.dialect.Reply;
import dev.understudy.prediction.Prediction;
import dev.understudy.sandbox.Refused;
import dev.understudy.sandbox.Sandbox;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Submitting jobs and asking after them. */
final class Predictions {

    private final PredictionJson json;

    Predictions(PredictionJson json) {
        this.json = json;
    }

    Reply submit(Call call) {
        Map<String, Object> input = Json.readObject(call.request().body());
        Optional<URI> receiver = Callbacks.receiver(call.request());
        if (receiver.isPresent() && Boolean.TRUE.equals(input.get("enable_base64_output"))) {
            return Callbacks.noBase64();
        }
        Prediction job = call.sandbox().submit(call.request().variable("model"), input, call.notes());
        receiver.ifPresent(uri -> Callbacks.register(call, job, uri));
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
