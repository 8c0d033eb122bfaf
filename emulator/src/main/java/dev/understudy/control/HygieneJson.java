package dev.understudy.control;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.understudy.dialect.Json;
import dev.understudy.journal.hygiene.Evidence;
import dev.understudy.journal.hygiene.Finding;
import dev.understudy.journal.hygiene.HygieneReport;
import dev.understudy.journal.hygiene.HygieneRule;
import java.io.IOException;
import java.util.Locale;

/** A client's manners on the wire. */
final class HygieneJson {

    private HygieneJson() {}

    static byte[] write(HygieneReport report) {
        return Json.write(json -> {
            json.writeStartObject();
            json.writeStringField("grade", report.grade().name());
            json.writeStringField("meaning", report.grade().meaning());
            json.writeNumberField("calls", report.calls());
            json.writeNumberField("dropped", report.dropped());
            json.writeArrayFieldStart("rules");
            for (Finding finding : report.findings()) {
                finding(json, finding);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void finding(JsonGenerator json, Finding finding) throws IOException {
        HygieneRule rule = finding.rule();
        json.writeStartObject();
        json.writeStringField("rule", word(rule));
        json.writeStringField("habit", rule.title());
        json.writeStringField("severity", word(rule.severity()));
        json.writeBooleanField("kept", finding.isKept());
        json.writeNumberField("count", finding.count());
        json.writeStringField("advice", rule.advice());
        json.writeStringField("source", rule.source());
        json.writeArrayFieldStart("evidence");
        for (Evidence one : finding.evidence()) {
            json.writeStartObject();
            json.writeArrayFieldStart("entries");
            for (long entry : one.entries()) {
                json.writeNumber(entry);
            }
            json.writeEndArray();
            json.writeStringField("at", one.at().toString());
            json.writeStringField("said", one.said());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
