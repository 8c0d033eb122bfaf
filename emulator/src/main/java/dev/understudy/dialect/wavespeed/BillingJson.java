package dev.understudy.dialect.wavespeed;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.understudy.dialect.Json;
import dev.understudy.sandbox.Billing;
import dev.understudy.sandbox.BillingPage;
import dev.understudy.sandbox.LedgerEntry;
import java.io.IOException;

/** Billing records, in the order of keys that the provider's newer page has. */
final class BillingJson {

    static final String DEDUCT = "deduct";
    static final String REFUND = "refund";

    private BillingJson() {}

    /** @param accessKey what stands for the caller's key, and is not the key */
    static byte[] write(int page, BillingPage found, String accessKey) {
        return Envelope.success(json -> {
            json.writeStartObject();
            json.writeNumberField("page", page);
            json.writeNumberField("total", found.total());
            json.writeBooleanField("has_more", found.more());
            json.writeArrayFieldStart("items");
            for (Billing billing : found.items()) {
                item(json, billing, accessKey);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void item(JsonGenerator json, Billing billing, String accessKey) throws IOException {
        LedgerEntry entry = billing.entry();
        String at = Timestamps.milliseconds(entry.at());
        json.writeStartObject();
        json.writeStringField("uuid", billing.uuid());
        json.writeStringField("access_key_id", accessKey);
        json.writeStringField("access_key_name", accessKey);
        json.writeStringField("billing_type", entry.kind() == LedgerEntry.Kind.CHARGE ? DEDUCT : REFUND);
        Json.amount(json, "price", entry.price());
        json.writeStringField("created_at", at);
        json.writeStringField("updated_at", at);
        order(json, billing);
        json.writeObjectFieldStart("prediction");
        json.writeStringField("uuid", entry.prediction());
        json.writeStringField("model_uuid", entry.model());
        json.writeStringField("status", status(billing.status()));
        json.writeEndObject();
        json.writeEndObject();
    }

    // The documentation shows "pre" with a created prediction and "done" with a completed one.
    private static void order(JsonGenerator json, Billing billing) throws IOException {
        boolean ended = billing.status() == Billing.Status.COMPLETED || billing.status() == Billing.Status.FAILED;
        json.writeObjectFieldStart("order");
        json.writeStringField("uuid", billing.order());
        json.writeStringField("state", ended ? "done" : "pre");
        Json.amount(json, "price", billing.entry().price());
        Json.amount(json, "origin_price", billing.entry().price());
        json.writeStringField("status", "");
        json.writeNumberField("ak_id", 0);
        json.writeEndObject();
    }

    // A waiting job is "created" here, as on the documentation's page, whatever word polls are set to.
    private static String status(Billing.Status status) {
        return switch (status) {
            case QUEUED -> "created";
            case PROCESSING -> "processing";
            case COMPLETED -> "completed";
            case FAILED -> "failed";
        };
    }
}
