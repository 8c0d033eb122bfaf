package dev.understudy.dialect.eachlabs;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.understudy.catalog.Listing;
import dev.understudy.catalog.Model;
import dev.understudy.dialect.Call;
import dev.understudy.dialect.Json;
import dev.understudy.dialect.Reply;
import dev.understudy.json.JsonValues;
import dev.understudy.sandbox.Refused;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** What can be run. Nobody needs a key to see it. */
final class Models {

    private static final int USUAL = 50;
    private static final int MOST = 500;

    private Models() {}

    /** {@code GET /v1/models}: an array, without anything around it. */
    static Reply list(Call call) {
        int limit = Query.whole(call.request(), "limit", USUAL, 1, MOST);
        int offset = Query.whole(call.request(), "offset", 0, 0, Integer.MAX_VALUE);
        List<Model> page = offered(call, named(call.request().query("name").orElse(""))).stream()
                .skip(offset)
                .limit(limit)
                .toList();
        return Reply.json(200, Json.write(json -> {
            json.writeStartArray();
            for (Model model : page) {
                row(json, model);
            }
            json.writeEndArray();
        }));
    }

    /** {@code GET /v1/model?slug=}. */
    static Reply one(Call call) {
        String slug = call.request()
                .query("slug")
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new Refused(Refused.Reason.INVALID, "slug parameter is required"));
        Model model = model(call, slug);
        return Reply.json(200, Json.write(json -> row(json, model)));
    }

    /** One of the models on offer, by the provider's name for it. */
    static Model model(Call call, String slug) {
        return offered(call, model -> Model.plain(model.slug()).equals(slug)).stream()
                .findFirst()
                .orElseThrow(() -> new Refused(Refused.Reason.NO_SUCH_MODEL, "there is no model " + slug));
    }

    private static List<Model> offered(Call call, Predicate<Model> wanted) {
        return call.sandbox().offers().models(EachLabs.PROVIDER, call.visit()).stream()
                .filter(wanted)
                .toList();
    }

    // That a part of the title or the slug is enough is inferred.
    private static Predicate<Model> named(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return model -> model.listing().name().toLowerCase(Locale.ROOT).contains(wanted)
                || Model.plain(model.slug()).toLowerCase(Locale.ROOT).contains(wanted);
    }

    private static void row(JsonGenerator json, Model model) throws IOException {
        Listing listing = model.listing();
        json.writeStartObject();
        json.writeStringField("title", listing.name());
        json.writeStringField("slug", Model.plain(model.slug()));
        json.writeStringField("version", "0.0.1");
        json.writeStringField("output_type", outputType(model));
        json.writeFieldName("request_schema");
        JsonValues.write(json, RequestSchema.of(model));
        json.writeEndObject();
    }

    static String outputType(Model model) {
        return model.product() == Model.Product.CHARACTER ? "object" : "string";
    }
}
