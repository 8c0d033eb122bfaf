package dev.understudy.control;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.understudy.dialect.Json;
import dev.understudy.sandbox.Statement;
import java.io.IOException;
import java.math.BigDecimal;

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
            json.writeArrayFieldStart("tests");
            for (Statement.TestCosts costs : statement.tests()) {
                json.writeStartObject();
                json.writeStringField("test", costs.test());
                costs(json, costs.jobs(), costs.charged(), costs.refunded());
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void model(JsonGenerator json, Statement.ModelCosts costs) throws IOException {
        json.writeStartObject();
        json.writeStringField("model", costs.model());
        costs(json, costs.jobs(), costs.charged(), costs.refunded());
    }

    private static void costs(JsonGenerator json, long jobs, BigDecimal charged, BigDecimal refunded)
            throws IOException {
        json.writeNumberField("jobs", jobs);
        Json.amount(json, "charged", charged);
        Json.amount(json, "refunded", refunded);
        Json.amount(json, "net", charged.subtract(refunded));
        json.writeEndObject();
    }
}
