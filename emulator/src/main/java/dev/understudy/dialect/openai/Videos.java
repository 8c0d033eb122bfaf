package dev.understudy.dialect.openai;

import dev.understudy.dialect.Call;
import dev.understudy.dialect.Reply;
import dev.understudy.prediction.Prediction;
import dev.understudy.prediction.State;
import dev.understudy.sandbox.Polled;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Starting videos and asking after them. */
final class Videos {

    static final int LONGEST_PROMPT = 32_000;

    private final VideoChoices choices;

    Videos(VideoChoices choices) {
        this.choices = choices;
    }

    Reply create(Call call) throws IOException {
        Parameters sent = Parameters.of(call.request());
        String model = sent.value("model") instanceof String text ? text : VideoChoices.DEFAULT_MODEL;
        VideoOrders.admit(call, model, sent);
        sent.text("model");
        String prompt = sent.text("prompt", LONGEST_PROMPT);
        String seconds = choices.seconds(sent);
        String size = choices.size(sent, model);
        Map<String, Object> input = new LinkedHashMap<>();
        input.put("prompt", prompt);
        input.put("size", size);
        input.put(VideoOrders.SECONDS, Integer.parseInt(seconds));
        List<Map<String, String>> cast = CastList.of(call.sandbox(), sent, prompt);
        if (!cast.isEmpty()) {
            input.put("characters", cast);
        }
        InputReference.url(call, sent, size).ifPresent(url -> input.put("image", url));
        return VideoOrders.submit(call, model, input);
    }

    Reply retrieve(Call call) {
        Polled polled = named(call).flatMap(call.sandbox()::poll).orElseThrow(() -> notFound(call));
        State state = polled.state();
        call.visit().shows(VideoJson.status(state), state instanceof State.Ended);
        return Reply.json(
                200, VideoJson.of(polled.job(), state, call.sandbox().clock().instant()));
    }

    /** The id of the job that a path names, if it names one that makes a video. */
    static Optional<String> named(Call call) {
        return job(call).map(Prediction::id);
    }

    /** The job that a path names, if it is there and makes a video. */
    static Optional<Prediction> job(Call call) {
        return Optional.ofNullable(call.request().variable("video_id")).flatMap(id -> job(call, id));
    }

    /** The job that an id on the wire names, if it is there and makes a video. */
    static Optional<Prediction> job(Call call, String id) {
        return Ids.job(id).flatMap(call.sandbox()::prediction).filter(job -> !job.isDeleted() && Ids.makesVideo(job));
    }

    static ApiError notFound(Call call) {
        return notFound(call.request().variable("video_id"));
    }

    static ApiError notFound(String id) {
        return ApiError.notFound("Video with id '%s' not found.".formatted(ApiError.shown(id)));
    }
}
