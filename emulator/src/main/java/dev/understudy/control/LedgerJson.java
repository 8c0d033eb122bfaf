package dev.understudy.control;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.understudy.dialect.Json;
import dev.understudy.sandbox.Statement;
import java.io.IOException;

/** What a sandbox's jobs would have cost, on the wire. */
final class LedgerJson {

    private LedgerJson() {}

    static byte[] write(Statement statement) {
        return Json.write(json -> {
            json.writeStartObject();
            json.writeStringField("currency", "USD");
            Json.amount(json, "opening", statement.opening());
            Json.amount(json, "charged", statement.charged());
            Json.amount(json, "refunded", statement.refunded());
            Json.amount(json, "net", statement.net());
            Json.amount(json, "balance", statement.balance());
            json.writeArrayFieldStart("models");
            for (Statement.ModelCosts costs : statement.models()) {
                model(json, costs);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void model(JsonGenerator json, Statement.ModelCosts costs) throws IOException {
        json.writeStartObject();
        json.writeStringField("model", costs.model());
        json.writeNumberField("jobs", costs.jobs());
        Json.amount(json, "charged", costs.charged());
        Json.amount(json, "refunded", costs.refunded());
        Json.amount(json, "net", costs.net());
        json.writeEndObject();
    }
}
