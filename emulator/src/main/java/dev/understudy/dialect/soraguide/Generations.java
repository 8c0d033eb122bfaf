package dev.understudy.dialect.soraguide;

import dev.understudy.catalog.Model;
import dev.understudy.dialect.Call;
import dev.understudy.dialect.Json;
import dev.understudy.dialect.Reply;
import dev.understudy.prediction.Outcome;
import dev.understudy.prediction.Output;
import dev.understudy.prediction.Prediction;
import dev.understudy.prediction.State;
import dev.understudy.sandbox.Order;
import dev.understudy.sandbox.Polled;
import dev.understudy.sandbox.Refused;
import dev.understudy.sandbox.Submission;
import dev.understudy.sandbox.Visit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Asking for videos, and after them. */
final class Generations {

    private static final Pattern WHOLE = Pattern.compile("\\d{1,6}");

    Reply create(Call call) {
        Map<String, Object> sent = Json.readObject(call.request().body());
        String plain = sent.get("model") instanceof String name ? name : "";
        String model = Model.named(SoraGuide.PROVIDER, plain);
        call.visit().submits(new Submission(model, sent, false, false));
        call.sandbox().admit(call.visit());
        requireModel(plain);
        Map<String, Object> input = input(sent, call.visit());
        if (input.get("prompt") instanceof String prompt) {
            List<String> characters = Mentions.read(prompt, call.sandbox(), call.visit());
            input.put("characters", characters);
        }
        Prediction job = call.sandbox().submit(Order.of(model, input), call.visit());
        call.visit().shows(GenerationJson.QUEUED, false);
        return Reply.json(200, GenerationJson.submitted(job));
    }

    Reply get(Call call) {
        Optional<String> id = TaskIds.internal(call.request().variable("id"));
        id.filter(one -> call.sandbox().prediction(one).isPresent()).ifPresent(call.visit()::concerns);
        call.sandbox().admit(call.visit());
        Polled polled = id.flatMap(call.sandbox()::poll)
                .filter(one -> !one.job().isDeleted() && !isCharacter(one.state()))
                .orElseThrow(TaskIds::unknown);
        GenerationJson json = GenerationJson.of(polled, call.sandbox().clock().instant(), Links.of(call));
        call.visit().shows(json.status(), polled.state() instanceof State.Ended);
        return Reply.json(200, json.bytes());
    }

    // A character is no video, and its job no generation.
    private static boolean isCharacter(State state) {
        return state instanceof State.Ended ended
                && ended.outcome() instanceof Outcome.Completed completed
                && completed.outputs().stream().anyMatch(Output.MadeCharacter.class::isInstance);
    }

    private static void requireModel(String plain) {
        if (plain.isEmpty()) {
            throw Refused.field("model", "missing required parameter: model");
        }
        if (plain.startsWith(CharacterRequest.MODEL)) {
            throw Refused.field("model", "parameter model must be one that makes videos, such as \"sora-2\"");
        }
    }

    // Of its relatives some call the duration seconds, and send it as text.
    private static Map<String, Object> input(Map<String, Object> sent, Visit visit) {
        Map<String, Object> input = new LinkedHashMap<>(sent);
        input.remove("model");
        if (input.remove("characters") != null) {
            visit.note("characters are dropped: here the prompt mentions them with @");
        }
        Object seconds = input.remove("seconds");
        if (seconds != null) {
            input.putIfAbsent("duration", seconds);
        }
        input.computeIfPresent(
                "duration",
                (name, value) ->
                        value instanceof String text && WHOLE.matcher(text).matches() ? Integer.valueOf(text) : value);
        return input;
    }
}
