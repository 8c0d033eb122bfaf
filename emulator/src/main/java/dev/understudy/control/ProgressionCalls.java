package dev.understudy.control;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.understudy.dialect.Call;
import dev.understudy.dialect.Json;
import dev.understudy.dialect.Operation;
import dev.understudy.dialect.PathPattern;
import dev.understudy.dialect.Reply;
import dev.understudy.sandbox.Progressions;
import dev.understudy.sandbox.Refused;
import dev.understudy.settings.Progression;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Choosing what moves a sandbox's jobs: all of them, or those of one model. */
final class ProgressionCalls {

    private static final String PATH = "/__understudy/progression";

    private ProgressionCalls() {}

    static List<Operation> operations() {
        return List.of(
                Operation.get(
                        "control.progression",
                        PATH,
                        call -> reply(call.sandbox().progressions())),
                new Operation(
                        "control.progression.choose",
                        "PUT",
                        PathPattern.of(PATH),
                        Operation.Body.IN_MEMORY,
                        false,
                        ProgressionCalls::choose),
                Operation.delete("control.progression.clear", PATH, ProgressionCalls::clear));
    }

    private static Reply choose(Call call) {
        BodyReader body = new BodyReader(call.request(), List.of("progression", "queued", "processing", "model"));
        Progressions progressions = call.sandbox().progressions();
        String word = body.word("progression", Progression.WORDS)
                .orElseThrow(() -> Refused.field(
                        "progression", "progression must be one of " + String.join(", ", Progression.WORDS)));
        if (!word.equals("polls") && (body.has("queued") || body.has("processing"))) {
            String field = body.has("queued") ? "queued" : "processing";
            throw Refused.field(field, "only polls takes " + field);
        }
        Progression.Polls usual = progressions.polls();
        Progression chosen = Progression.of(
                word,
                body.whole("queued", 0, Progression.MOST_POLLS).orElse(usual.queued()),
                body.whole("processing", 0, Progression.MOST_POLLS).orElse(usual.processing()));
        Optional<String> model = body.text("model");
        if (model.isPresent()) {
            progressions.choose(model.get(), chosen);
        } else {
            progressions.choose(chosen);
        }
        return reply(progressions);
    }

    private static Reply clear(Call call) {
        call.sandbox().progressions().clear();
        return reply(call.sandbox().progressions());
    }

    private static Reply reply(Progressions progressions) {
        Progressions.Chosen chosen = progressions.chosen();
        return Reply.json(200, Json.write(json -> {
            json.writeStartObject();
            write(json, "server", progressions.ofServer());
            if (chosen.all().isPresent()) {
                write(json, "sandbox", chosen.all().get());
            }
            json.writeObjectFieldStart("models");
            for (Map.Entry<String, Progression> model : chosen.models().entrySet()) {
                write(json, model.getKey(), model.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        }));
    }

    private static void write(JsonGenerator json, String name, Progression progression) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("progression", progression.word());
        if (progression instanceof Progression.Polls polls) {
            json.writeNumberField("queued", polls.queued());
            json.writeNumberField("processing", polls.processing());
        }
        json.writeEndObject();
    }
}
