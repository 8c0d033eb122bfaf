package dev.understudy.control;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.understudy.dialect.Json;
import dev.understudy.fault.Account;
import dev.understudy.fault.FaultKind;
import dev.understudy.fault.Parameter;
import dev.understudy.fault.Profile;
import dev.understudy.fault.Rule;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Rules, their accounts and the table of faults on the wire. */
final class FaultJson {

    private FaultJson() {}

    static byte[] accounts(List<Account> accounts) {
        return Json.write(json -> {
            json.writeStartObject();
            json.writeBooleanField("completed", accounts.stream().noneMatch(Account::unspent));
            json.writeNumberField(
                    "remaining",
                    accounts.stream()
                            .mapToLong(account -> account.remaining().orElse(0))
                            .sum());
            json.writeArrayFieldStart("unspent");
            for (Account account : accounts) {
                if (account.unspent()) {
                    json.writeString(account.id());
                }
            }
            json.writeEndArray();
            write(json, accounts);
            json.writeEndObject();
        });
    }

    static byte[] profileInUse(Profile profile, List<Account> accounts) {
        return Json.write(json -> {
            json.writeStartObject();
            json.writeStringField("name", profile.name());
            json.writeStringField("about", profile.about());
            write(json, accounts);
            json.writeEndObject();
        });
    }

    static void profile(JsonGenerator json, Profile profile) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", profile.name());
        json.writeStringField("about", profile.about());
        json.writeArrayFieldStart("rules");
        for (Rule rule : profile.rules()) {
            json.writeStartObject();
            fields(json, rule.fields());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    static byte[] kinds() {
        return Json.write(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("kinds");
            for (FaultKind kind : FaultKind.values()) {
                kind(json, kind);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void kind(JsonGenerator json, FaultKind kind) throws IOException {
        json.writeStartObject();
        json.writeStringField("fault", kind.word());
        json.writeStringField("acts", kind.place().about());
        json.writeStringField("about", kind.about());
        json.writeArrayFieldStart("parameters");
        for (Parameter parameter : kind.parameters()) {
            json.writeStartObject();
            json.writeStringField("name", parameter.name());
            json.writeStringField("values", parameter.form());
            json.writeStringField("default", parameter.byDefault());
            json.writeStringField("about", parameter.about());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, List<Account> accounts) throws IOException {
        json.writeArrayFieldStart("rules");
        for (Account account : accounts) {
            json.writeStartObject();
            json.writeStringField("id", account.id());
            json.writeNumberField("matched", account.matched());
            json.writeNumberField("struck", account.struck());
            if (account.remaining().isPresent()) {
                json.writeNumberField("remaining", account.remaining().getAsLong());
            }
            json.writeBooleanField("completed", account.completed());
            fields(json, account.rule().fields());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void fields(JsonGenerator json, Map<?, ?> fields) throws IOException {
        for (Map.Entry<?, ?> field : fields.entrySet()) {
            json.writeFieldName((String) field.getKey());
            value(json, field.getValue());
        }
    }

    private static void value(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Map<?, ?> object) {
            json.writeStartObject();
            fields(json, object);
            json.writeEndObject();
        } else if (value instanceof List<?> array) {
            json.writeStartArray();
            for (Object element : array) {
                value(json, element);
            }
            json.writeEndArray();
        } else {
            json.writeObject(value);
        }
    }
}
