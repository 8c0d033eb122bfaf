package dev.understudy.dialect.openai;

import dev.understudy.dialect.Call;
import dev.understudy.dialect.Json;
import dev.understudy.prediction.Outcome;
import dev.understudy.prediction.Prediction;
import dev.understudy.prediction.State;
import dev.understudy.prediction.Timeline;
import dev.understudy.sandbox.Sandbox;
import dev.understudy.webhook.Endpoint;
import dev.understudy.webhook.Manner;
import dev.understudy.webhook.Notice;
import dev.understudy.webhook.Seal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Events for the webhook endpoints of a key, which the provider keeps by project in its dashboard: {@code video.completed}
 * and {@code video.failed}. The payload names the video and says no more (the provider's page on webhooks); so does no
 * event tell of a character, which is there when its creation has been answered.
 */
final class Events {

    static final Manner MANNER = new WebhookManner();

    private static final String COMPLETED = "video.completed";
    private static final String FAILED = "video.failed";

    /** The types there are here; the provider has more, of things that are not emulated. */
    static final List<String> TYPES = List.of(COMPLETED, FAILED);

    private Events() {}

    /** Whether anybody is to be told of the videos that are started now. */
    static boolean areWanted(Sandbox sandbox) {
        return sandbox.webhooks().endpoints().all().stream().anyMatch(Events::wantsSome);
    }

    /** Has the end of a video told to whoever wants to know. */
    static void tell(Call call, Prediction job) {
        for (Endpoint endpoint : call.sandbox().webhooks().endpoints().all()) {
            if (wantsSome(endpoint)) {
                call.sandbox()
                        .webhooks()
                        .register(
                                job,
                                endpoint.url(),
                                (ended, sandbox) -> notice(endpoint, job, ended),
                                Seal.of(MANNER, endpoint.secret()));
            }
        }
    }

    private static boolean wantsSome(Endpoint endpoint) {
        return endpoint.wants(COMPLETED) || endpoint.wants(FAILED);
    }

    private static Optional<Notice> notice(Endpoint endpoint, Prediction job, State.Ended ended) {
        String event = ended.outcome() instanceof Outcome.Completed ? COMPLETED : FAILED;
        boolean told = ended.outcome() instanceof Outcome.Completed || ended.outcome() instanceof Outcome.Failed;
        if (!told || !endpoint.wants(event)) {
            return Optional.empty();
        }
        String mark = endpoint.mark(job.id());
        return Optional.of(new Notice("wh_" + mark, payload("evt_" + mark, event, job)));
    }

    private static byte[] payload(String id, String event, Prediction job) {
        return Json.write(json -> {
            json.writeStartObject();
            json.writeStringField("id", id);
            json.writeStringField("object", "event");
            json.writeNumberField("created_at", at(job).getEpochSecond());
            json.writeStringField("type", event);
            json.writeObjectFieldStart("data");
            json.writeStringField("id", Ids.video(job.id()));
            json.writeEndObject();
            json.writeEndObject();
        });
    }

    // A copy of a sandbox may see a job end whose original, which this was written for, has not ended.
    private static Instant at(Prediction job) {
        Timeline timeline = job.timeline();
        return timeline.endKnown() ? timeline.ends() : job.createdAt();
    }
}
