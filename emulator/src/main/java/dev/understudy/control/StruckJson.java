package dev.understudy.control;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.understudy.dialect.Json;
import dev.understudy.fault.Drawn;
import dev.understudy.fault.FaultText;
import dev.understudy.fault.Origin;
import dev.understudy.fault.Struck;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** Faults that struck, on the wire: which, where, who asked for them, and how chance decided. */
final class StruckJson {

    private StruckJson() {}

    static void write(JsonGenerator json, String name, List<Struck> struck) throws IOException {
        json.writeArrayFieldStart(name);
        for (Struck one : struck) {
            json.writeStartObject();
            json.writeStringField("fault", FaultText.write(one.fault()));
            json.writeStringField("place", one.place().name().toLowerCase(Locale.ROOT));
            origin(json, one.origin());
            if (one.drawn().isPresent()) {
                drawn(json, one.drawn().get());
            }
            json.writeStringField("why", one.why());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void origin(JsonGenerator json, Origin origin) throws IOException {
        if (origin instanceof Origin.Script script) {
            json.writeStringField("origin", "script");
            json.writeStringField("rule", script.rule());
            json.writeNumberField("strike", script.number());
        } else if (origin instanceof Origin.OfProfile profile) {
            json.writeStringField("origin", "profile");
            json.writeStringField("profile", profile.profile());
            json.writeStringField("rule", profile.rule());
            json.writeNumberField("strike", profile.number());
            JournalJson.optional(json, "source", profile.source());
        } else if (origin instanceof Origin.Cue cue) {
            json.writeStringField("origin", "cue");
            json.writeStringField("field", cue.field());
        } else {
            json.writeStringField("origin", "header");
        }
    }

    private static void drawn(JsonGenerator json, Drawn drawn) throws IOException {
        json.writeObjectFieldStart("drawn");
        Json.amount(json, "value", BigDecimal.valueOf(drawn.value()));
        Json.amount(json, "odds", BigDecimal.valueOf(drawn.odds()));
        json.writeStringField("path", drawn.path());
        json.writeEndObject();
    }
}
