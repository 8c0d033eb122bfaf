package dev.understudy.dialect.eachlabs;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.understudy.catalog.Model;
import dev.understudy.dialect.Call;
import dev.understudy.dialect.Json;
import dev.understudy.dialect.Reply;
import dev.understudy.json.JsonValues;
import java.io.IOException;

/**
 * {@code GET /v1/models/{slug}/schemas/openapi}: an OpenAPI 3.0 document about one model. That there is one is
 * documented; what stands in it is ours.
 */
final class ModelDocument {

    private ModelDocument() {}

    static Reply get(Call call) {
        Model model = Models.model(call, call.request().variable("slug"));
        return Reply.json(200, Json.write(json -> {
            json.writeStartObject();
            json.writeStringField("openapi", "3.0.3");
            json.writeObjectFieldStart("info");
            json.writeStringField("title", model.listing().name());
            json.writeStringField("version", "0.0.1");
            json.writeEndObject();
            json.writeObjectFieldStart("paths");
            json.writeObjectFieldStart("/v1/prediction");
            json.writeFieldName("post");
            operation(json, model);
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndObject();
        }));
    }

    private static void operation(JsonGenerator json, Model model) throws IOException {
        json.writeStartObject();
        json.writeStringField("summary", model.listing().description());
        json.writeObjectFieldStart("requestBody");
        json.writeObjectFieldStart("content");
        json.writeObjectFieldStart("application/json");
        json.writeFieldName("schema");
        body(json, model);
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
        json.writeObjectFieldStart("responses");
        json.writeObjectFieldStart("200");
        json.writeStringField("description", "The job was taken.");
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void body(JsonGenerator json, Model model) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "object");
        json.writeArrayFieldStart("required");
        json.writeString("model");
        json.writeString("input");
        json.writeEndArray();
        json.writeObjectFieldStart("properties");
        json.writeObjectFieldStart("model");
        json.writeStringField("type", "string");
        json.writeArrayFieldStart("enum");
        json.writeString(Model.plain(model.slug()));
        json.writeEndArray();
        json.writeEndObject();
        json.writeFieldName("input");
        JsonValues.write(json, RequestSchema.of(model));
        json.writeEndObject();
        json.writeEndObject();
    }
}
