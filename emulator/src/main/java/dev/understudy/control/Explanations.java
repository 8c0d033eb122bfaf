package dev.understudy.control;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.understudy.dialect.Call;
import dev.understudy.dialect.Json;
import dev.understudy.dialect.Operation;
import dev.understudy.dialect.Reply;
import dev.understudy.journal.Entry;
import dev.understudy.sandbox.AnswerExplanation;
import dev.understudy.sandbox.JobExplanation;
import dev.understudy.sandbox.Refused;
import dev.understudy.sandbox.Sandboxes;
import java.io.IOException;
import java.util.List;

/** Why a job is as it is, and why an answer was as it was. */
final class Explanations {

    private final Sandboxes sandboxes;

    Explanations(Sandboxes sandboxes) {
        this.sandboxes = sandboxes;
    }

    List<Operation> operations() {
        return List.of(
                Operation.get("control.explain", "/__understudy/predictions/{id}/explain", this::job),
                Operation.get("control.journal.entry", Journals.PATH + "/{number}", Explanations::entry),
                Operation.get("control.journal.explain", Journals.PATH + "/{number}/explain", this::answer));
    }

    private Reply job(Call call) {
        JobExplanation found = call.sandbox()
                .explain(JobIds.plain(call.request().variable("id")))
                .orElseThrow(() -> new Refused(Refused.Reason.NO_SUCH_PREDICTION, "this key has no such prediction"));
        return Reply.json(200, Json.write(json -> job(json, found)));
    }

    private static Reply entry(Call call) {
        AnswerExplanation found = found(call);
        return Reply.json(200, Json.write(json -> JournalJson.entry(json, found.entry())));
    }

    private Reply answer(Call call) {
        AnswerExplanation found = found(call);
        return Reply.json(200, Json.write(json -> {
            json.writeStartObject();
            json.writeNumberField("seed", sandboxes.seed());
            JournalJson.texts(json, "story", found.story());
            json.writeFieldName("entry");
            JournalJson.entry(json, found.entry());
            json.writeEndObject();
        }));
    }

    private static AnswerExplanation found(Call call) {
        long number = Parameters.number("number", call.request().variable("number"), 1, Long.MAX_VALUE);
        return call.sandbox()
                .explain(number)
                .orElseThrow(() -> new Refused(
                        Refused.Reason.NO_SUCH_ROUTE,
                        number > call.sandbox().journal().last()
                                ? "there is no entry " + number + " yet"
                                : "entry " + number + " is not kept any more; see --journal-entries"));
    }

    private void job(JsonGenerator json, JobExplanation job) throws IOException {
        json.writeStartObject();
        json.writeStringField("prediction", job.id());
        json.writeStringField("model", job.model());
        json.writeStringField("status", job.status());
        JournalJson.optional(json, "error", job.error());
        json.writeNumberField("seed", sandboxes.seed());
        JournalJson.texts(json, "story", job.story());
        JobJson.times(json, job.created(), job.timed(), job.starts(), job.ends(), job.endless());
        StruckJson.write(json, "faults", job.faults());
        JobJson.money(json, job.price(), job.refunded());
        json.writeArrayFieldStart("entries");
        for (Entry entry : job.entries()) {
            JournalJson.entry(json, entry);
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
