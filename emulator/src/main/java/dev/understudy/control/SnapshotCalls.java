package dev.understudy.control;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.understudy.dialect.Call;
import dev.understudy.dialect.Json;
import dev.understudy.dialect.Operation;
import dev.understudy.dialect.Reply;
import dev.understudy.sandbox.Refused;
import dev.understudy.sandbox.Sandbox;
import dev.understudy.sandbox.Sandboxes;
import dev.understudy.sandbox.Snapshots;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/** Keeping what a sandbox is, going back to it, giving it to another key, and beginning anew. */
final class SnapshotCalls {

    private static final String PATH = "/__understudy/snapshots";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final Sandboxes sandboxes;

    SnapshotCalls(Sandboxes sandboxes) {
        this.sandboxes = sandboxes;
    }

    List<Operation> operations() {
        return List.of(
                Operation.get("control.snapshots", PATH, SnapshotCalls::list),
                blocking("control.snapshot.take", PATH, Operation.Body.IN_MEMORY, SnapshotCalls::take),
                Operation.delete("control.snapshot.forget", PATH + "/{name}", SnapshotCalls::forget),
                blocking(
                        "control.snapshot.restore",
                        PATH + "/{name}/restore",
                        Operation.Body.NONE,
                        SnapshotCalls::restore),
                blocking("control.fork", "/__understudy/fork", Operation.Body.IN_MEMORY, this::fork),
                blocking("control.reset", "/__understudy/reset", Operation.Body.NONE, SnapshotCalls::reset));
    }

    // They wait for clips to be read and webhooks to be answered.
    private static Operation blocking(String name, String path, Operation.Body body, Operation.Handler handler) {
        return Operation.blocking(name, "POST", path, body, handler);
    }

    private static Reply list(Call call) {
        List<Snapshots.Taken> all = call.sandbox().snapshots().all();
        return Reply.json(200, Json.write(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("snapshots");
            for (Snapshots.Taken taken : all) {
                write(json, taken);
            }
            json.writeEndArray();
            json.writeEndObject();
        }));
    }

    private static Reply take(Call call) {
        String name = named(Body.of(call, "name").requiredText("name"));
        return reply(201, call.sandbox().snapshots().take(name));
    }

    private static Reply restore(Call call) {
        return reply(200, call.sandbox().snapshots().restore(name(call)));
    }

    private static Reply forget(Call call) {
        call.sandbox().snapshots().forget(name(call));
        return Reply.empty(204);
    }

    private Reply fork(Call call) {
        Sandbox sandbox = call.sandbox();
        Body body = Body.of(call, "key", "snapshot", "replace");
        String key = body.requiredText("key").trim();
        if (key.isEmpty()) {
            throw Refused.field("key", "key must be an API key");
        }
        sandbox.snapshots()
                .fork(
                        sandboxes.of(key),
                        body.text("snapshot").map(SnapshotCalls::named),
                        body.flag("replace").orElse(false));
        return Reply.empty(204);
    }

    private static Reply reset(Call call) {
        call.sandbox().reset();
        return Reply.empty(204);
    }

    private static String name(Call call) {
        return named(call.request().variable("name"));
    }

    private static String named(String name) {
        if (!NAME.matcher(name).matches()) {
            throw Refused.field(
                    "name", "the name of a snapshot has up to 64 letters, digits, dots, underscores and hyphens");
        }
        return name;
    }

    private static Reply reply(int status, Snapshots.Taken taken) {
        return Reply.json(status, Json.write(json -> write(json, taken)));
    }

    private static void write(JsonGenerator json, Snapshots.Taken taken) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", taken.name());
        json.writeStringField("at", taken.at().toString());
        json.writeNumberField("predictions", taken.predictions());
        json.writeEndObject();
    }
}
