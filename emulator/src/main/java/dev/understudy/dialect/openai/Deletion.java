package dev.understudy.dialect.openai;

import dev.understudy.dialect.Call;
import dev.understudy.dialect.Json;
import dev.understudy.dialect.Reply;
import dev.understudy.prediction.Prediction;
import dev.understudy.prediction.State;
import java.util.List;

/**
 * Deleting videos that are "completed or failed", as the specification has it. What becomes of the others is not known;
 * here a 400 says so, since clients take 409 for something to try again.
 */
final class Deletion {

    private Deletion() {}

    static Reply delete(Call call) {
        Prediction job = Videos.job(call).orElseThrow(() -> Videos.notFound(call));
        State state =
                call.sandbox().predictions().seen(job, call.sandbox().clock().instant());
        if (!(state instanceof State.Ended)) {
            throw new ApiError(400, "Only completed or failed videos can be deleted.", null, null);
        }
        call.sandbox().delete(List.of(job.id()));
        return Reply.json(200, Json.write(json -> {
            json.writeStartObject();
            json.writeStringField("id", Ids.video(job.id()));
            json.writeStringField("object", "video.deleted");
            json.writeBooleanField("deleted", true);
            json.writeEndObject();
        }));
    }
}
