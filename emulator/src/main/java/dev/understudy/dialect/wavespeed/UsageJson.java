package dev.understudy.dialect.wavespeed;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.understudy.catalog.Model;
import dev.understudy.dialect.Json;
import dev.understudy.sandbox.Usage;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Usage statistics, with the keys and their order as documented. */
final class UsageJson {

    private UsageJson() {}

    static byte[] write(Usage usage, Function<String, Model> models) {
        return Envelope.success(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("per_model_usage");
            for (Usage.Line line : usage.byModel()) {
                model(json, line, models.apply(line.model()));
            }
            json.writeEndArray();
            json.writeArrayFieldStart("daily_usage");
            for (Map.Entry<LocalDate, List<Usage.Line>> day : usage.byDay().entrySet()) {
                day(json, day.getKey(), day.getValue());
            }
            json.writeEndArray();
            json.writeObjectFieldStart("summary");
            Json.amount(json, "total_cost", Usage.cost(usage.lines()));
            json.writeNumberField("total_requests", Usage.count(usage.lines(), Usage.Line::jobs));
            json.writeNumberField("success_requests", Usage.count(usage.lines(), Usage.Line::completed));
            json.writeEndObject();
            json.writeEndObject();
        });
    }

    private static void model(JsonGenerator json, Usage.Line line, Model model) throws IOException {
        json.writeStartObject();
        json.writeStringField("model_uuid", line.model());
        json.writeStringField("model_type", model.listing().type());
        Json.amount(json, "unit_price", model.price());
        Json.amount(json, "total_cost", line.cost());
        json.writeNumberField("total_count", line.jobs());
        json.writeStringField("last_used_date", line.day().toString());
        json.writeEndObject();
    }

    private static void day(JsonGenerator json, LocalDate day, List<Usage.Line> lines) throws IOException {
        json.writeStartObject();
        json.writeStringField("date", day.toString());
        Json.amount(json, "amount", Usage.cost(lines));
        json.writeNumberField("count", Usage.count(lines, Usage.Line::jobs));
        json.writeArrayFieldStart("models");
        for (Usage.Line line : lines) {
            json.writeStartObject();
            json.writeStringField("model_uuid", line.model());
            Json.amount(json, "amount", line.cost());
            json.writeNumberField("count", line.jobs());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
