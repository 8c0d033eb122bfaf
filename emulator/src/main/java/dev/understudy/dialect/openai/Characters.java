package dev.understudy.dialect.openai;

import dev.understudy.dialect.Call;
import dev.understudy.dialect.Json;
import dev.understudy.dialect.Reply;
import dev.understudy.dialect.Request;
import dev.understudy.prediction.Failure;
import dev.understudy.prediction.Outcome;
import dev.understudy.prediction.Output;
import dev.understudy.prediction.Prediction;
import dev.understudy.prediction.State;
import dev.understudy.sandbox.Order;
import dev.understudy.sandbox.Submission;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Characters: made from a clip while the caller waits, and looked up. There is no list of them, and none can be changed or
 * deleted. A clip must have 2 to 4 seconds, by what a user of the live service met with; how it words its refusals is not
 * known.
 */
final class Characters {

    private static final String FORM = "multipart/form-data";
    private static final int LONGEST_NAME = 80;
    private static final int TIMEOUT = 504;

    private Characters() {}

    static Reply create(Call call) throws IOException {
        Parameters sent = form(call.request());
        call.visit().submits(new Submission(VideoOrders.CHARACTERS, sent.texts(), true, false));
        call.sandbox().admit(call.visit());
        Request.Field clip = clip(sent);
        String name = sent.text("name", LONGEST_NAME);
        Map<String, Object> input = Map.of("video", Files.url(call, Files.keep(call, clip)), "name", name);
        Order order = Order.of(VideoOrders.CHARACTERS, input)
                .named(Ids.NAMING)
                .within(RateLimits.terms(VideoOrders.CHARACTERS))
                .awaitedByItsCaller();
        Prediction job = call.sandbox().submit(order, call.visit());
        return new Reply.Later(whenEnded(call, job));
    }

    static Reply get(Call call) {
        String id = call.request().variable("character_id");
        Output.MadeCharacter character = call.sandbox()
                .character(id)
                .orElseThrow(
                        () -> ApiError.notFound("Character with id '%s' not found.".formatted(ApiError.shown(id))));
        return told(character);
    }

    private static Parameters form(Request request) throws IOException {
        String type = request.header("Content-Type").orElse("");
        if (!type.regionMatches(true, 0, FORM, 0, FORM.length())) {
            throw new ApiError(
                    400,
                    "Unsupported content type: '%1$s'. This API method only accepts '%2$s' requests, but you specified the header 'Content-Type: %1$s'. Please try again with a supported content type."
                            .formatted(ApiError.shown(type), FORM),
                    null,
                    "unsupported_content_type");
        }
        return Parameters.of(request);
    }

    private static Request.Field clip(Parameters sent) {
        if (!sent.has("video")) {
            throw ApiError.missing("video");
        }
        return sent.file("video").orElseThrow(() -> ApiError.type("video", "a file", sent.value("video")));
    }

    // Cancelling it cancels the wait behind it too.
    private static CompletableFuture<Reply> whenEnded(Call call, Prediction job) {
        CompletableFuture<State> ending = call.sandbox().endings().of(job);
        CompletableFuture<Reply> answer = ending.thenApply(state -> ended(call, job, state));
        answer.whenComplete((reply, problem) -> ending.cancel(false));
        return answer;
    }

    private static Reply ended(Call call, Prediction job, State state) {
        call.visit().shows(state.word(), state instanceof State.Ended);
        if (state instanceof State.Ended ended && ended.outcome() instanceof Outcome.Failed failed) {
            return failed(failed);
        }
        if (state instanceof State.Ended ended
                && ended.outcome() instanceof Outcome.Completed completed
                && !completed.outputs().isEmpty()
                && completed.outputs().get(0) instanceof Output.MadeCharacter made) {
            return told(made);
        }
        return Errors.failing(state instanceof State.Ended ? 500 : TIMEOUT);
    }

    private static Reply failed(Outcome.Failed failed) {
        String message = VideoJson.message(failed);
        return switch (failed.failure()) {
            case MODERATED -> throw new ApiError(400, message, null, VideoJson.code(Failure.MODERATED));
            case MISSING_PARAMETER, INVALID_PARAMETER -> throw ApiError.impossible(null, message);
            case MEDIA_UNAVAILABLE, UNSUITABLE_MEDIA -> throw ApiError.impossible("video", "Invalid video: " + message);
            case UNAVAILABLE -> Errors.failing(503);
            case EXECUTION_FAILED, TASK_FAILED, INTERNAL -> Errors.failing(500);
            case TIMEOUT -> Errors.failing(TIMEOUT);
        };
    }

    private static Reply told(Output.MadeCharacter character) {
        return Reply.json(200, Json.write(json -> {
            json.writeStartObject();
            json.writeStringField("id", character.id());
            json.writeStringField("name", character.name());
            json.writeNumberField("created_at", character.madeAt().getEpochSecond());
            json.writeEndObject();
        }));
    }
}
