package dev.understudy.control;

import dev.understudy.dialect.Call;
import dev.understudy.dialect.Json;
import dev.understudy.dialect.Operation;
import dev.understudy.dialect.Reply;
import dev.understudy.prediction.Output;
import dev.understudy.sandbox.Sandbox;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The characters of a sandbox, with their clips where those are files of this server. */
final class CharacterCalls {

    private static final int MOST = 1_000;

    private CharacterCalls() {}

    static List<Operation> operations() {
        // They are all sorted.
        return List.of(Operation.blocking(
                "control.characters",
                "GET",
                "/__understudy/characters",
                Operation.Body.NONE,
                CharacterCalls::characters));
    }

    private static Reply characters(Call call) {
        Parameters.of(call.request());
        Sandbox sandbox = call.sandbox();
        List<Output.MadeCharacter> characters = sandbox.characters().stream()
                .sorted(Comparator.comparing(Output.MadeCharacter::madeAt)
                        .thenComparing(Output.MadeCharacter::id)
                        .reversed())
                .limit(MOST)
                .toList();
        return Reply.json(200, Json.write(json -> {
            json.writeStartObject();
            json.writeNumberField("total", sandbox.characters().size());
            json.writeArrayFieldStart("characters");
            for (Output.MadeCharacter character : characters) {
                json.writeStartObject();
                json.writeStringField("id", character.id());
                json.writeStringField("name", sandbox.shown(character.name()));
                json.writeStringField("madeAt", character.madeAt().toString());
                json.writeStringField("prediction", character.job());
                JournalJson.optional(json, "clip", clip(call, character));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }));
    }

    private static Optional<String> clip(Call call, Output.MadeCharacter character) {
        return call.sandbox()
                .prediction(character.job())
                .flatMap(job -> InputSummary.ownMedia(job.input()))
                .map(address -> call.request().baseUrl() + address.path());
    }
}
