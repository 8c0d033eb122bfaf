package dev.understudy.dialect.openai;

import dev.understudy.prediction.Outcome;
import dev.understudy.prediction.Output;
import dev.understudy.prediction.Prediction;
import java.util.Map;
import java.util.Optional;

/**
 * What a video is, in the words of this API, whichever wire format its job came through.
 *
 * @param size as {@code 720x1280}
 * @param seconds its whole length
 */
record Shot(String prompt, String size, String seconds) {

    static Shot of(Prediction job) {
        Map<String, Object> input = job.input();
        Object seconds = input.getOrDefault(VideoOrders.LENGTH, input.get(VideoOrders.SECONDS));
        return new Shot(
                String.valueOf(input.get("prompt")),
                size(job),
                seconds == null ? VideoChoices.DEFAULT_SECONDS : String.valueOf(seconds));
    }

    // Where the input does not say it, what was filmed does.
    private static String size(Prediction job) {
        return Optional.ofNullable(job.input().get("size"))
                .map(size -> String.valueOf(size).replace('*', 'x'))
                .or(() -> video(job)
                        .map(video ->
                                video.scene().width() + "x" + video.scene().height()))
                .orElse(VideoChoices.DEFAULT_SIZE);
    }

    /** What a job made; empty if it is not known yet, or is no video. */
    static Optional<Output.Video> video(Prediction job) {
        return job.outcome().orElse(null) instanceof Outcome.Completed completed
                ? completed.outputs().stream()
                        .filter(Output.Video.class::isInstance)
                        .map(Output.Video.class::cast)
                        .findFirst()
                : Optional.empty();
    }
}
