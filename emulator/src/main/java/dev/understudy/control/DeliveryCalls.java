package dev.understudy.control;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.understudy.dialect.Call;
import dev.understudy.dialect.Json;
import dev.understudy.dialect.Operation;
import dev.understudy.dialect.Reply;
import dev.understudy.prediction.Outcome;
import dev.understudy.prediction.State;
import dev.understudy.sandbox.Sandbox;
import dev.understudy.webhook.DeliveryLog;
import dev.understudy.webhook.LoggedAttempt;
import dev.understudy.webhook.LoggedDelivery;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What was told to receivers of webhooks, and what they said to it. Whoever reads this may have no key, so there is
 * neither a header nor a body nor the query of a URL in it.
 */
final class DeliveryCalls {

    private static final int MOST = 200;

    private DeliveryCalls() {}

    static List<Operation> operations() {
        return List.of(
                Operation.get("control.deliveries", "/__understudy/webhooks/deliveries", DeliveryCalls::deliveries));
    }

    private static Reply deliveries(Call call) {
        Parameters query = Parameters.of(call.request(), "skip", "limit");
        int skip = (int) query.number("skip", 0, 0, DeliveryLog.MOST);
        int limit = (int) query.number("limit", 50, 1, MOST);
        Sandbox sandbox = call.sandbox();
        DeliveryLog log = sandbox.webhooks().log();
        List<LoggedDelivery> page = log.page(limit, skip);
        return Reply.json(200, Json.write(json -> {
            json.writeStartObject();
            json.writeNumberField("total", log.size());
            json.writeArrayFieldStart("deliveries");
            for (LoggedDelivery delivery : page) {
                write(json, sandbox, delivery);
            }
            json.writeEndArray();
            json.writeEndObject();
        }));
    }

    private static void write(JsonGenerator json, Sandbox sandbox, LoggedDelivery delivery) throws IOException {
        Instant now = sandbox.clock().instant();
        json.writeStartObject();
        json.writeNumberField("number", delivery.number());
        json.writeStringField("prediction", delivery.job());
        Optional<String> told = sandbox.prediction(delivery.job())
                .map(job -> job.at(now))
                .filter(state -> state instanceof State.Ended ended && !(ended.outcome() instanceof Outcome.Deleted))
                .map(State::word);
        JournalJson.optional(json, "told", told);
        json.writeStringField("receiver", delivery.place());
        json.writeStringField("due", delivery.createdAt().toString());
        json.writeArrayFieldStart("attempts");
        for (LoggedAttempt attempt : delivery.attempts()) {
            write(json, attempt);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, LoggedAttempt attempt) throws IOException {
        json.writeStartObject();
        json.writeStringField("at", attempt.at().toString());
        json.writeStringField("outcome", attempt.status().name().toLowerCase(Locale.ROOT));
        if (attempt.statusCode().isPresent()) {
            json.writeNumberField("status", attempt.statusCode().get());
        }
        JournalJson.optional(json, "error", attempt.error());
        json.writeEndObject();
    }
}
