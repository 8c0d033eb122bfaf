package dev.understudy.control;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.understudy.dialect.Call;
import dev.understudy.dialect.Json;
import dev.understudy.dialect.Operation;
import dev.understudy.dialect.PathPattern;
import dev.understudy.dialect.Reply;
import dev.understudy.dialect.Request;
import dev.understudy.sandbox.Refused;
import dev.understudy.sandbox.Sandbox;
import dev.understudy.sandbox.Sandboxes;
import dev.understudy.webhook.Inbox;
import dev.understudy.webhook.InboxAddress;
import dev.understudy.webhook.Received;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Receivers of webhooks for those who have none: read and emptied with a key, written to with their address. */
final class Inboxes {

    static final String ALL = "/__understudy/inbox";
    static final String PATH = ALL + "/{name}";
    static final String RECEIVER = "/__understudy/inbox/{sandbox}/{name}";

    // What is kept of a delivery that came over the network.
    private static final List<String> HEADERS = List.of(
            "content-type", "user-agent", "webhook-id", "webhook-timestamp", "webhook-signature", "x-webhook-secret");

    private final Sandboxes sandboxes;

    Inboxes(Sandboxes sandboxes) {
        this.sandboxes = sandboxes;
    }

    Operation emptying() {
        return new Operation(
                "control.inbox.empty", "DELETE", PathPattern.of(PATH), Operation.Body.NONE, false, this::empty);
    }

    /** What came to any inbox, newest first. What was in a delivery may be long, and is read one by one. */
    static Reply all(Call call) {
        int limit = (int) Parameters.of(call.request(), "limit").number("limit", 50, 1, Inbox.MOST);
        List<Received> all = call.sandbox().webhooks().inbox().deliveries();
        return Reply.json(200, Json.write(json -> {
            json.writeStartObject();
            json.writeNumberField("total", all.size());
            json.writeArrayFieldStart("deliveries");
            for (int i = all.size() - 1; i >= Math.max(0, all.size() - limit); i--) {
                glance(json, all.get(i));
            }
            json.writeEndArray();
            json.writeEndObject();
        }));
    }

    /** The address of an inbox and what is in it, oldest first; perhaps only one delivery. */
    Reply list(Call call) {
        Inbox inbox = call.sandbox().webhooks().inbox();
        String name = name(call);
        long number = Parameters.of(call.request(), "number").number("number", 0, 1, Long.MAX_VALUE);
        String url = call.request().baseUrl() + inbox.address(name).path();
        return Reply.json(200, Json.write(json -> {
            json.writeStartObject();
            json.writeStringField("url", url);
            json.writeArrayFieldStart("deliveries");
            for (Received delivery : inbox.deliveries(name)) {
                if (number == 0 || number == delivery.number()) {
                    write(json, delivery);
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        }));
    }

    Reply receive(Call call) {
        Request request = call.request();
        Sandbox sandbox = sandboxes
                .referred(request.variable("sandbox"))
                .orElseThrow(() -> new Refused(Refused.Reason.NO_SUCH_ROUTE, "there is no such inbox"));
        if (request.body().length > Inbox.MOST_BYTES) {
            throw new Refused(Refused.Reason.TOO_LARGE, "an inbox takes at most " + Inbox.MOST_BYTES + " bytes");
        }
        Map<String, String> headers = new HashMap<>();
        HEADERS.forEach(header -> request.header(header).ifPresent(value -> headers.put(header, value)));
        sandbox.webhooks().inbox().receive(name(call), request.rawQuery(), headers, request.body());
        return Reply.empty(204);
    }

    private Reply empty(Call call) {
        call.sandbox().webhooks().inbox().empty(name(call));
        return Reply.empty(204);
    }

    private static String name(Call call) {
        String name = call.request().variable("name");
        if (!InboxAddress.isName(name)) {
            throw new Refused(
                    Refused.Reason.INVALID,
                    "the name of an inbox has up to 64 letters, digits, dots, underscores and hyphens");
        }
        return name;
    }

    private static void glance(JsonGenerator json, Received delivery) throws IOException {
        json.writeStartObject();
        json.writeNumberField("number", delivery.number());
        json.writeStringField("inbox", delivery.inbox());
        json.writeStringField("at", delivery.at().toString());
        json.writeNumberField("characters", delivery.body().length());
        json.writeBooleanField("signatureValid", delivery.signatureValid());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Received delivery) throws IOException {
        json.writeStartObject();
        json.writeNumberField("number", delivery.number());
        json.writeStringField("at", delivery.at().toString());
        json.writeStringField("query", delivery.query());
        json.writeObjectFieldStart("headers");
        for (Map.Entry<String, String> header : delivery.headers().entrySet()) {
            json.writeStringField(header.getKey(), header.getValue());
        }
        json.writeEndObject();
        json.writeStringField("body", delivery.body());
        json.writeBooleanField("signatureValid", delivery.signatureValid());
        json.writeEndObject();
    }
}
