package dev.understudy.control;

import dev.understudy.dialect.Call;
import dev.understudy.dialect.Dialect;
import dev.understudy.dialect.Json;
import dev.understudy.dialect.Operation;
import dev.understudy.dialect.Reply;
import dev.understudy.dialect.Request;
import dev.understudy.sandbox.Refused;
import dev.understudy.sandbox.Sandbox;
import dev.understudy.sandbox.Sandboxes;
import java.util.List;
import java.util.Optional;

/** The emulator's own API. Calls about a sandbox carry its key as {@code Authorization: Bearer}. */
public final class Control implements Dialect {

    private static final Reply WAVESPEED = ApiDocuments.named("wavespeed.json");
    private static final Reply CONTROL = ApiDocuments.named("control.json");

    private final Sandboxes sandboxes;
    private final String version;

    public Control(Sandboxes sandboxes, String version) {
        this.sandboxes = sandboxes;
        this.version = version;
    }

    @Override
    public String prefix() {
        return "/__understudy/";
    }

    @Override
    public List<Operation> operations() {
        Inboxes inboxes = new Inboxes(sandboxes);
        return List.of(
                Operation.get("control.live", "/__understudy/live", call -> status("live")),
                Operation.get("control.ready", "/__understudy/ready", call -> status("ready")),
                Operation.get("control.openapi", "/__understudy/openapi/wavespeed.json", call -> WAVESPEED),
                Operation.get("control.openapi.control", "/__understudy/openapi/control.json", call -> CONTROL),
                Operation.get("control.journal", "/__understudy/journal", Control::journal),
                Operation.get("control.ledger", "/__understudy/ledger", Control::ledger),
                Operation.get("control.inbox", Inboxes.PATH, inboxes::list),
                inboxes.emptying(),
                Operation.post("control.inbox.receive", Inboxes.RECEIVER, inboxes::receive));
    }

    @Override
    public Optional<Sandbox> sandbox(Request request) {
        return request.header("Authorization")
                .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(value -> value.substring(7).trim())
                .filter(key -> !key.isEmpty())
                .map(sandboxes::of);
    }

    @Override
    public Reply refuse(Refused refused) {
        return Problem.of(refused);
    }

    private Reply status(String word) {
        return Reply.json(200, Json.write(json -> {
            json.writeStartObject();
            json.writeStringField("status", word);
            json.writeStringField("version", version);
            json.writeEndObject();
        }));
    }

    private static Reply journal(Call call) {
        long after = call.request().query("after").map(Control::number).orElse(0L);
        return Reply.json(200, JournalJson.write(call.sandbox().journal().since(after)));
    }

    private static Reply ledger(Call call) {
        return Reply.json(200, LedgerJson.write(call.sandbox().ledger().statement()));
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new Refused(Refused.Reason.INVALID, "'after' must be the number of a journal entry");
        }
    }
}
