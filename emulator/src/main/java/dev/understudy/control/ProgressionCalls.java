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
        Body body = Body.of(call, "progression", "queued", "processing", "model");
        Progressions progressions = call.sandbox().progressions();
        String word = body.choice("progression", Progression.WORDS).orElseThrow(() -> Body.missing("progression"));
        Optional<Integer> queued = polls(body, "queued", word);
        Optional<Integer> processing = polls(body, "processing", word);
        Progression.Polls usual = progressions.polls();
        Progression chosen = Progression.of(word, queued.orElse(usual.queued()), processing.orElse(usual.processing()));
        Optional<String> model = body.text("model");
        if (model.isPresent()) {
            progressions.choose(model.get(), chosen);
        } else {
            progressions.choose(chosen);
        }
        return reply(progressions);
    }

    private static Optional<Integer> polls(Body body, String field, String word) {
        Optional<Integer> number = body.whole(field, 0, Progression.MOST_POLLS);
        if (number.isPresent() && !word.equals("polls")) {
            throw Refused.field(field, "only polls takes " + field);
        }
        return number;
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
