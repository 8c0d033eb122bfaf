package dev.understudy.control;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.understudy.dialect.Call;
import dev.understudy.dialect.Json;
import dev.understudy.dialect.Operation;
import dev.understudy.dialect.Reply;
import dev.understudy.sandbox.Refused;
import dev.understudy.webhook.Endpoint;
import dev.understudy.webhook.Endpoints;
import dev.understudy.webhook.ReceiverUrl;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Registering receivers of webhooks for a whole sandbox, where the provider has a dashboard for it. */
final class EndpointCalls {

    private static final String PATH = "/__understudy/webhooks/endpoints";
    private static final int MOST_EVENTS = 20;

    private final List<String> known;

    /** @param known the types of events that there are */
    EndpointCalls(List<String> known) {
        this.known = List.copyOf(known);
    }

    List<Operation> operations() {
        return List.of(
                Operation.get("control.endpoints", PATH, EndpointCalls::list),
                Operation.post("control.endpoint.add", PATH, this::add),
                Operation.delete("control.endpoint.remove", PATH + "/{id}", EndpointCalls::remove));
    }

    private static Reply list(Call call) {
        List<Endpoint> all = call.sandbox().webhooks().endpoints().all();
        return Reply.json(200, Json.write(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("endpoints");
            for (Endpoint endpoint : all) {
                json.writeStartObject();
                // What stands in a query may open the receiver to whoever reads it.
                write(json, endpoint, call.sandbox().shown(endpoint.url().toString()));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }));
    }

    // As in a dashboard, the secret is shown once.
    private Reply add(Call call) {
        Body body = Body.of(call, "url", "events");
        URI url = ReceiverUrl.parse(body.requiredText("url"))
                .orElseThrow(() -> Refused.field(
                        "url", "url must be an http or https URL of at most " + ReceiverUrl.LONGEST + " characters"));
        Endpoint added = call.sandbox()
                .webhooks()
                .endpoints()
                .add(url, events(body.fields().get("events")))
                .orElseThrow(() -> new Refused(
                        Refused.Reason.CONFLICT,
                        "a key has at most %s webhook endpoints; delete one".formatted(Endpoints.MOST)));
        return Reply.json(201, Json.write(json -> {
            json.writeStartObject();
            write(json, added, added.url().toString());
            json.writeStringField("secret", added.secret());
            json.writeEndObject();
        }));
    }

    private static Reply remove(Call call) {
        if (!call.sandbox().webhooks().endpoints().remove(call.request().variable("id"))) {
            throw new Refused(Refused.Reason.NO_SUCH_ROUTE, "there is no such webhook endpoint in this sandbox");
        }
        return Reply.empty(204);
    }

    private List<String> events(Object sent) {
        if (!(sent instanceof List<?> list) || list.isEmpty() || list.size() > MOST_EVENTS) {
            throw Refused.field("events", "events must be a list of 1 to %s types of events".formatted(MOST_EVENTS));
        }
        Set<String> events = new LinkedHashSet<>();
        for (Object event : list) {
            if (!(event instanceof String type) || !known.contains(type)) {
                throw Refused.choice("events", String.valueOf(event), known);
            }
            events.add(type);
        }
        return List.copyOf(events);
    }

    private static void write(JsonGenerator json, Endpoint endpoint, String url) throws IOException {
        json.writeStringField("id", endpoint.id());
        json.writeStringField("url", url);
        json.writeArrayFieldStart("events");
        for (String event : endpoint.events()) {
            json.writeString(event);
        }
        json.writeEndArray();
    }
}
