package dev.understudy.control;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.understudy.catalog.Model;
import dev.understudy.dialect.Call;
import dev.understudy.dialect.Json;
import dev.understudy.dialect.Operation;
import dev.understudy.dialect.Reply;
import dev.understudy.journal.Entry;
import dev.understudy.sandbox.Sandbox;
import dev.understudy.sandbox.Sandboxes;
import dev.understudy.sandbox.Statement;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What there is on this server: its sandboxes, by reference and never by key, and its models. */
final class SandboxCalls {

    private static final int MOST = 1_000;

    private final Sandboxes sandboxes;

    private record Seen(Sandbox sandbox, Optional<Instant> last) {
        static Seen of(Sandbox sandbox) {
            return new Seen(
                    sandbox, sandbox.journal().entry(sandbox.journal().last()).map(Entry::at));
        }
    }

    SandboxCalls(Sandboxes sandboxes) {
        this.sandboxes = sandboxes;
    }

    List<Operation> operations() {
        return List.of(
                // It looks at every job of those that it lists.
                Operation.blocking(
                        "control.sandboxes", "GET", "/__understudy/sandboxes", Operation.Body.NONE, this::list),
                Operation.blocking(
                        "control.sandbox", "GET", "/__understudy/sandbox", Operation.Body.NONE, SandboxCalls::one),
                Operation.get("control.models", "/__understudy/models", this::models));
    }

    // The one that was used last comes first; the clocks that this goes by may differ.
    private Reply list(Call call) {
        int limit = (int) Parameters.of(call.request(), "limit").number("limit", 100, 1, MOST);
        List<Sandbox> all = sandboxes.all();
        List<Seen> shown = all.stream()
                .map(Seen::of)
                .sorted(Comparator.comparing((Seen one) -> one.last().orElse(Instant.MIN))
                        .reversed())
                .limit(limit)
                .toList();
        return Reply.json(200, Json.write(json -> {
            json.writeStartObject();
            json.writeNumberField("total", all.size());
            json.writeArrayFieldStart("sandboxes");
            for (Seen one : shown) {
                sandbox(json, one);
            }
            json.writeEndArray();
            json.writeEndObject();
        }));
    }

    private static Reply one(Call call) {
        Parameters.of(call.request());
        return Reply.json(200, Json.write(json -> sandbox(json, Seen.of(call.sandbox()))));
    }

    private static void sandbox(JsonGenerator json, Seen one) throws IOException {
        Sandbox sandbox = one.sandbox();
        Map<String, Integer> standings = new TreeMap<>();
        sandbox.predictions().countStates(standings);
        Statement statement = sandbox.ledger().statement();
        json.writeStartObject();
        json.writeStringField("reference", sandbox.reference());
        json.writeObjectFieldStart("jobs");
        for (Map.Entry<String, Integer> standing : standings.entrySet()) {
            json.writeNumberField(standing.getKey(), standing.getValue());
        }
        json.writeEndObject();
        json.writeObjectFieldStart("money");
        json.writeStringField("currency", "USD");
        Json.amount(json, "net", statement.net());
        Json.amount(json, "balance", statement.balance());
        json.writeEndObject();
        json.writeObjectFieldStart("clock");
        ClockJson.fields(json, sandbox.clock().mode(), sandbox.clock().instant());
        json.writeEndObject();
        json.writeStringField("profile", sandbox.playbook().profile().name());
        json.writeNumberField("entries", sandbox.journal().last());
        JournalJson.optional(json, "lastSeen", one.last().map(Instant::toString));
        json.writeEndObject();
    }

    private Reply models(Call call) {
        return Reply.json(200, Json.write(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("models");
            for (Model model : sandboxes.models()) {
                model(json, model);
            }
            json.writeEndArray();
            json.writeEndObject();
        }));
    }

    private static void model(JsonGenerator json, Model model) throws IOException {
        json.writeStartObject();
        json.writeStringField("model", model.slug());
        json.writeStringField("provider", provider(model.slug()));
        json.writeStringField("name", Model.plain(model.slug()));
        json.writeStringField("makes", model.product() == Model.Product.VIDEO ? "video" : "character");
        json.writeStringField("description", model.listing().description());
        Json.amount(json, "price", model.price());
        json.writeFieldName("schema");
        json.writeRawValue(model.listing().requestSchema());
        json.writeEndObject();
    }

    /** The word for the provider of a model; models without one are those of the first that was emulated. */
    static String provider(String slug) {
        String provider = Model.provider(slug);
        return provider.isEmpty() ? "wavespeed" : provider;
    }
}
