package dev.understudy.dialect.wavespeed;

import dev.understudy.dialect.Call;
import dev.understudy.dialect.Json;
import dev.understudy.dialect.Reply;
import dev.understudy.sandbox.Refused;
import java.util.List;

/**
 * Deleting predictions, many at once and one by one. What is left answers polls with the status {@code deleted}, which
 * clients take for an end; that it does so until its seven days are over is inferred, and so is that deleting twice is
 * like deleting what never was.
 */
final class Deletion {

    private Deletion() {}

    /** {@code POST /api/v3/predictions/delete}; ids that are not known are passed over. */
    static Reply many(Call call) {
        Object sent = Json.readObject(call.request().body()).get("ids");
        if (!(sent instanceof List<?> ids) || !ids.stream().allMatch(String.class::isInstance)) {
            throw new Refused(Refused.Reason.INVALID, "parameter ids must be an array of strings");
        }
        int deleted = call.sandbox().delete(ids.stream().map(String.class::cast).toList());
        if (deleted == 1 && ids.size() == 1) {
            call.visit().concerns((String) ids.get(0));
        }
        return Reply.json(200, Envelope.success(json -> {
            json.writeStartObject();
            json.writeNumberField("deleted_count", deleted);
            json.writeEndObject();
        }));
    }

    /** {@code DELETE /api/v3/predictions/{id}}, from an older page of the documentation. */
    static Reply one(Call call) {
        String id = call.request().variable("id");
        if (call.sandbox().delete(List.of(id)) == 0) {
            throw new Refused(Refused.Reason.NO_SUCH_PREDICTION, "this key has no such prediction to delete");
        }
        return Reply.json(200, Envelope.success(json -> {
            json.writeStartObject();
            json.writeStringField("id", id);
            json.writeStringField("status", "deleted");
            json.writeEndObject();
        }));
    }
}
