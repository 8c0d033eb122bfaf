package dev.understudy.control;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.understudy.dialect.Json;
import dev.understudy.journal.Entry;
import java.io.IOException;
import java.util.List;

/** A journal on the wire, oldest entry first. */
final class JournalJson {

    private JournalJson() {}

    static byte[] write(List<Entry> entries) {
        return Json.write(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("entries");
            for (Entry entry : entries) {
                entry(json, entry);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void entry(JsonGenerator json, Entry entry) throws IOException {
        json.writeStartObject();
        json.writeNumberField("number", entry.number());
        json.writeStringField("at", entry.at().toString());
        if (entry instanceof Entry.Call call) {
            json.writeStringField("operation", call.operation());
            json.writeStringField("method", call.method());
            json.writeStringField("path", call.path());
            json.writeNumberField("status", call.status());
        } else if (entry instanceof Entry.JobNote note) {
            json.writeStringField("prediction", note.prediction());
        }
        json.writeArrayFieldStart("notes");
        for (String note : entry.notes()) {
            json.writeString(note);
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
