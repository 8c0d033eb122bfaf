package dev.understudy.control;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.understudy.dialect.Json;
import dev.understudy.journal.Asked;
import dev.understudy.journal.Entry;
import dev.understudy.journal.Journal;
import dev.understudy.journal.Told;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A journal on the wire, oldest entry first. What never repeats, such as when a call came in by real time, is left out:
 * under a frozen clock the same calls give the same bytes.
 */
final class JournalJson {

    private JournalJson() {}

    static byte[] write(Journal.Page page) {
        return Json.write(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("entries");
            for (Entry entry : page.entries()) {
                entry(json, entry);
            }
            json.writeEndArray();
            json.writeNumberField("next", page.next());
            json.writeNumberField("dropped", page.dropped());
            json.writeEndObject();
        });
    }

    static void entry(JsonGenerator json, Entry entry) throws IOException {
        json.writeStartObject();
        json.writeNumberField("number", entry.number());
        json.writeStringField("at", entry.at().toString());
        if (entry instanceof Entry.Call call) {
            asked(json, call.asked());
            told(json, call.told());
        }
        optional(json, "prediction", entry.prediction());
        if (entry instanceof Entry.Call call && !call.struck().isEmpty()) {
            StruckJson.write(json, "struck", call.struck());
        }
        texts(json, "notes", entry.notes());
        json.writeEndObject();
    }

    private static void asked(JsonGenerator json, Asked asked) throws IOException {
        json.writeStringField("operation", asked.operation());
        json.writeStringField("method", asked.method());
        json.writeStringField("path", asked.path());
        text(json, "query", asked.query());
        text(json, "agent", asked.agent());
        optional(json, "test", asked.test());
        json.writeNumberField("sent", asked.bytes());
        text(json, "digest", asked.digest());
    }

    private static void told(JsonGenerator json, Told told) throws IOException {
        json.writeNumberField("status", told.status());
        json.writeNumberField("answered", told.bytes());
        optional(json, "retryAfter", told.retryAfter());
        optional(json, "shown", told.shown().map(Told.Shown::status));
    }

    static void texts(JsonGenerator json, String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private static void text(JsonGenerator json, String name, String text) throws IOException {
        if (!text.isEmpty()) {
            json.writeStringField(name, text);
        }
    }

    static void optional(JsonGenerator json, String name, Optional<String> text) throws IOException {
        if (text.isPresent()) {
            json.writeStringField(name, text.get());
        }
    }
}
