package dev.understudy.dialect.openai;

import dev.understudy.dialect.Call;
import dev.understudy.dialect.Reply;
import dev.understudy.prediction.Prediction;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Videos made of other videos: remixes, edits and extensions. A remix or an edit is as long and as large as what it is made
 * of. An extension is as long as both together, 120 seconds at most, and a video can be extended six times; only what is
 * added is paid for (the guide). That an edit names its source as a remix does is inferred.
 */
final class Reworkings {

    private static final int MOST_EXTENSIONS = 6;
    private static final int LONGEST = 120;

    private Reworkings() {}

    static Reply remix(Call call) throws IOException {
        Parameters sent = Parameters.of(call.request());
        Optional<Prediction> job = Videos.job(call);
        VideoOrders.admit(call, job.map(Source::model).orElse(VideoChoices.DEFAULT_MODEL), sent);
        Source source = Source.of(call, job.orElseThrow(() -> Videos.notFound(call)));
        return reworked(call, sent, source, source.model().orElseThrow());
    }

    static Reply edit(Call call) throws IOException {
        Parameters sent = Parameters.of(call.request());
        VideoOrders.admit(call, model(call, sent).orElse(VideoChoices.DEFAULT_MODEL), sent);
        Source source = Source.of(call, sent);
        // Needed where no job says it, as the guide has it.
        String model = source.model().or(() -> sent.text("model")).orElseThrow(() -> ApiError.missing("model"));
        return reworked(call, sent, source, model);
    }

    static Reply extend(Call call) throws IOException {
        Parameters sent = Parameters.of(call.request());
        String model = model(call, sent).orElse(VideoChoices.DEFAULT_MODEL);
        VideoOrders.admit(call, model, sent);
        for (String name : new String[] {"characters", "input_reference"}) {
            if (sent.has(name)) {
                throw new ApiError(
                        400,
                        "Unsupported parameter: '%s' is not supported with extensions.".formatted(name),
                        name,
                        "unsupported_parameter");
            }
        }
        String prompt = sent.text("prompt", Videos.LONGEST_PROMPT);
        int more = Integer.parseInt(VideoChoices.moreSeconds(sent));
        Source source = Source.of(call, sent);
        if (source.extensions() >= MOST_EXTENSIONS) {
            throw ApiError.impossible("video", "A video can be extended at most %s times.".formatted(MOST_EXTENSIONS));
        }
        if (source.seconds() + more > LONGEST) {
            throw ApiError.impossible(
                    "seconds", "An extended video can be at most %s seconds long.".formatted(LONGEST));
        }
        Map<String, Object> input = input(prompt, source, more);
        input.put(VideoOrders.LENGTH, source.seconds() + more);
        input.put(VideoOrders.EXTENSIONS, source.extensions() + 1);
        return VideoOrders.submit(call, source.model().orElse(model), input);
    }

    private static Reply reworked(Call call, Parameters sent, Source source, String model) {
        Map<String, Object> input = input(sent.text("prompt", Videos.LONGEST_PROMPT), source, source.seconds());
        if (source.remixable()) {
            input.put(VideoOrders.REMIXED_FROM, source.name());
        }
        return VideoOrders.submit(call, model, input);
    }

    private static Map<String, Object> input(String prompt, Source source, int seconds) {
        Map<String, Object> input = new LinkedHashMap<>();
        input.put("prompt", prompt);
        input.put("size", source.size());
        input.put(VideoOrders.SECONDS, seconds);
        input.put("source", source.name());
        return input;
    }

    private static Optional<String> model(Call call, Parameters sent) {
        return Source.modelOf(call, sent)
                .or(() -> sent.value("model") instanceof String model ? Optional.of(model) : Optional.empty());
    }
}
