package dev.understudy.control;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.understudy.dialect.Json;
import dev.understudy.sandbox.Event;
import dev.understudy.sandbox.Fired;
import dev.understudy.time.ClockMode;
import dev.understudy.time.SandboxClock;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** A clock, and what a push of it or a step made happen. */
final class ClockJson {

    private ClockJson() {}

    static byte[] write(SandboxClock clock, Optional<Fired> fired) {
        ClockMode mode = clock.mode();
        Instant now = fired.map(Fired::now).orElseGet(clock::instant);
        return Json.write(json -> {
            json.writeStartObject();
            fields(json, mode, now);
            if (fired.isPresent()) {
                fired(json, fired.get());
            }
            json.writeEndObject();
        });
    }

    static void fields(JsonGenerator json, ClockMode mode, Instant now) throws IOException {
        json.writeStringField("mode", mode.word());
        if (mode instanceof ClockMode.Scaled scaled) {
            json.writeNumberField("scale", scaled.factor());
        }
        json.writeStringField("now", now.toString());
    }

    private static void fired(JsonGenerator json, Fired fired) throws IOException {
        json.writeArrayFieldStart("fired");
        for (Event event : fired.events()) {
            json.writeStartObject();
            if (event instanceof Event.Transition transition) {
                begin(json, "transition", event);
                transition(json, transition);
            } else if (event instanceof Event.Attempt attempt) {
                begin(json, "webhook", event);
                attempt(json, attempt);
            } else if (event instanceof Event.Expiry expiry) {
                begin(json, "expiry", event);
                json.writeStringField("what", expiry.what().name().toLowerCase(Locale.ROOT));
                json.writeStringField("id", expiry.id());
            } else {
                begin(json, "refill", event);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberField("more", fired.more());
        json.writeBooleanField("settled", fired.settled());
    }

    private static void begin(JsonGenerator json, String type, Event event) throws IOException {
        json.writeStringField("type", type);
        json.writeStringField("at", event.at().toString());
    }

    private static void transition(JsonGenerator json, Event.Transition transition) throws IOException {
        json.writeStringField("prediction", transition.prediction());
        json.writeStringField("from", transition.from().word());
        json.writeStringField("to", transition.to().word());
    }

    private static void attempt(JsonGenerator json, Event.Attempt attempt) throws IOException {
        json.writeStringField("prediction", attempt.prediction());
        json.writeNumberField("attempt", attempt.number());
        json.writeStringField("receiver", attempt.receiver());
        json.writeBooleanField("accepted", attempt.accepted());
        json.writeStringField("result", attempt.result());
    }
}
