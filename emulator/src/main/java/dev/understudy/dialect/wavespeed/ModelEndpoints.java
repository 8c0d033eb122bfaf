package dev.understudy.dialect.wavespeed;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.understudy.catalog.Listing;
import dev.understudy.catalog.Model;
import dev.understudy.dialect.Call;
import dev.understudy.dialect.Json;
import dev.understudy.dialect.Reply;
import dev.understudy.sandbox.Refused;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * The catalog and its prices. The keys of a row and their order are as the real catalog had them on 2026-08-18; of the
 * price answers only the keys are known, from the provider's own clients.
 */
final class ModelEndpoints {

    /** {@code GET /api/v3/models}. */
    Reply list(Call call) {
        List<Model> models = call.sandbox().offers().models("", call.visit());
        String server = call.request().baseUrl();
        return Reply.json(200, Envelope.success(json -> {
            json.writeStartArray();
            for (Model model : models) {
                row(json, model, server);
            }
            json.writeEndArray();
        }));
    }

    /** {@code POST /api/v3/model/price}. There are no discounts here, so the rate is left out. */
    Reply price(Call call) {
        Quote quote = quote(call);
        return Reply.json(200, Envelope.success(json -> {
            json.writeStartObject();
            json.writeStringField("model_id", quote.model());
            Json.amount(json, "price", quote.price());
            Json.amount(json, "discounted_price", quote.price());
            json.writeStringField("currency", "USD");
            json.writeEndObject();
        }));
    }

    /** {@code POST /api/v3/model/pricing}, which older clients call. */
    Reply pricing(Call call) {
        Quote quote = quote(call);
        return Reply.json(200, Envelope.success(json -> {
            json.writeStartObject();
            json.writeStringField("model_id", quote.model());
            Json.amount(json, "unit_price", quote.price());
            json.writeStringField("currency", "USD");
            json.writeEndObject();
        }));
    }

    private record Quote(String model, BigDecimal price) {}

    @SuppressWarnings("unchecked")
    private static Quote quote(Call call) {
        Map<String, Object> sent = Json.readObject(call.request().body());
        if (!(sent.get("model_id") instanceof String model) || model.isBlank()) {
            throw new Refused(Refused.Reason.INVALID, "parameter model_id must be a non-empty string");
        }
        Object inputs = sent.get("inputs");
        if (inputs != null && !(inputs instanceof Map)) {
            throw new Refused(Refused.Reason.INVALID, "parameter inputs must be an object");
        }
        // Keys of a JSON object are strings.
        Map<String, Object> given = inputs == null ? Map.of() : (Map<String, Object>) inputs;
        call.visit().concernsModel(model);
        call.sandbox().admit(call.visit());
        requireOwn(model);
        return new Quote(model, call.sandbox().offers().price(model, given, call.visit()));
    }

    private static void row(JsonGenerator json, Model model, String server) throws IOException {
        Listing listing = model.listing();
        json.writeStartObject();
        json.writeStringField("model_id", model.slug());
        json.writeStringField("name", listing.name());
        Json.amount(json, "base_price", model.price());
        json.writeStringField("description", listing.description());
        json.writeStringField("type", listing.type());
        json.writeNumberField("sort_order", listing.sortOrder());
        json.writeObjectFieldStart("api_schema");
        json.writeArrayFieldStart("api_schemas");
        json.writeStartObject();
        json.writeStringField("type", "model_run");
        json.writeStringField("method", "POST");
        json.writeStringField("server", server);
        json.writeStringField("api_path", "/api/v3/" + model.slug());
        json.writeFieldName("request_schema");
        json.writeRawValue(listing.requestSchema());
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    // Models of other providers are in the same catalog.
    static void requireOwn(String model) {
        if (!Model.provider(model).isEmpty()) {
            throw new Refused(Refused.Reason.NO_SUCH_MODEL, "model not found");
        }
    }
}
