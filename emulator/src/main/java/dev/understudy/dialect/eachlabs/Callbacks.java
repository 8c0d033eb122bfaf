package dev.understudy.dialect.eachlabs;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.understudy.catalog.Model;
import dev.understudy.dialect.Call;
import dev.understudy.dialect.Json;
import dev.understudy.dialect.Reply;
import dev.understudy.prediction.Outcome;
import dev.understudy.prediction.Prediction;
import dev.understudy.sandbox.Refused;
import dev.understudy.sandbox.Sandbox;
import dev.understudy.webhook.DeliveryLog;
import dev.understudy.webhook.LoggedAttempt;
import dev.understudy.webhook.LoggedDelivery;
import dev.understudy.webhook.Notice;
import dev.understudy.webhook.Seal;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Webhooks: registering the receiver that a submission names, and the log of what was told. A job that is called off is
 * told to nobody.
 */
final class Callbacks {

    private static final WebhookManner MANNER = new WebhookManner();
    private static final int USUAL = 50;
    private static final int MOST = 100;

    private Callbacks() {}

    /** Has the end of a job told, if its submission wants that; URLs in what is told are those of that call. */
    static void register(Call call, NewPrediction sent, Prediction job) {
        if (sent.receiver().isEmpty()) {
            return;
        }
        String baseUrl = call.request().baseUrl();
        Seal seal = sent.secret()
                .filter(secret -> !secret.isEmpty())
                .map(secret -> Seal.of(MANNER, secret))
                .orElseGet(() -> Seal.without(MANNER));
        call.sandbox()
                .webhooks()
                .register(
                        job,
                        sent.receiver().get(),
                        (ended, reference) -> notice(job, ended.outcome(), new Links(baseUrl, reference)),
                        seal);
    }

    /** {@code GET /v1/webhooks}: what was told, newest first. */
    static Reply list(Call call) {
        int limit = Query.whole(call.request(), "limit", USUAL, 1, MOST);
        int offset = Query.whole(call.request(), "offset", 0, 0, Integer.MAX_VALUE);
        Sandbox sandbox = call.sandbox();
        // Other providers' deliveries are in the same log.
        List<LoggedDelivery> page = sandbox.webhooks().log().page(DeliveryLog.MOST, 0).stream()
                .filter(delivery -> isOwn(sandbox, delivery))
                .skip(offset)
                .limit(limit)
                .toList();
        return Reply.json(200, Json.write(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("webhooks");
            for (LoggedDelivery delivery : page) {
                json.writeStartObject();
                write(json, delivery);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeNumberField("limit", limit);
            json.writeNumberField("offset", offset);
            json.writeEndObject();
        }));
    }

    /** {@code GET /v1/webhooks/{execution}}: what was told of one job, and each attempt to. */
    static Reply one(Call call) {
        String id = call.request().variable("execution");
        if (!Uuids.isOne(id)) {
            throw new Refused(Refused.Reason.INVALID, "invalid execution_id");
        }
        Sandbox sandbox = call.sandbox();
        Optional<LoggedDelivery> latest = sandbox.webhooks().log().of(Uuids.plain(id)).stream()
                .filter(delivery -> isOwn(sandbox, delivery))
                .findFirst();
        return latest.map(delivery -> Reply.json(200, Json.write(json -> {
                    json.writeStartObject();
                    write(json, delivery);
                    json.writeArrayFieldStart("attempts");
                    for (LoggedAttempt attempt : delivery.attempts()) {
                        write(json, attempt);
                    }
                    json.writeEndArray();
                    json.writeEndObject();
                })))
                .orElseGet(() -> Errors.plain(404, "webhook not found"));
    }

    private static Optional<Notice> notice(Prediction job, Outcome how, Links links) {
        boolean told = how instanceof Outcome.Completed || how instanceof Outcome.Failed;
        return told ? Optional.of(new Notice(job.id(), WebhookJson.write(job, how, links))) : Optional.empty();
    }

    // A delivery is shown for as long as its job is.
    private static boolean isOwn(Sandbox sandbox, LoggedDelivery delivery) {
        return sandbox.prediction(delivery.job())
                .filter(job -> Model.provider(job.model()).equals(EachLabs.PROVIDER))
                .isPresent();
    }

    private static void write(JsonGenerator json, LoggedDelivery delivery) throws IOException {
        json.writeStringField("execution_id", Uuids.dashed(delivery.job()));
        json.writeStringField("url", delivery.receiver().toString());
        json.writeStringField("request", delivery.body());
        json.writeObjectFieldStart("headers");
        for (Map.Entry<String, String> header : delivery.headers().entrySet()) {
            json.writeStringField(header.getKey(), header.getValue());
        }
        json.writeEndObject();
        json.writeStringField("source", "api-gateway");
        json.writeStringField("created_at", Timestamps.seconds(delivery.createdAt()));
    }

    private static void write(JsonGenerator json, LoggedAttempt attempt) throws IOException {
        json.writeStartObject();
        json.writeStringField("status", attempt.status().name());
        if (attempt.statusCode().isPresent()) {
            json.writeNumberField("status_code", attempt.statusCode().get());
        } else {
            json.writeNullField("status_code");
        }
        json.writeStringField("response", attempt.response());
        json.writeStringField("error_message", attempt.error().orElse(null));
        json.writeStringField("created_at", Timestamps.seconds(attempt.at()));
        json.writeEndObject();
    }
}
