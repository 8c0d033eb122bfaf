package dev.understudy.dialect.soraguide;

import dev.understudy.catalog.Model;
import dev.understudy.dialect.Call;
import dev.understudy.dialect.Json;
import dev.understudy.dialect.Reply;
import dev.understudy.prediction.Outcome;
import dev.understudy.prediction.Output;
import dev.understudy.prediction.Prediction;
import dev.understudy.prediction.State;
import dev.understudy.sandbox.Allowance;
import dev.understudy.sandbox.Order;
import dev.understudy.sandbox.Refused;
import dev.understudy.sandbox.Sandbox;
import dev.understudy.sandbox.Submission;
import dev.understudy.settings.AccountLevel;
import dev.understudy.settings.SoraGuideRules;
import java.math.BigDecimal;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Making characters, which the caller waits for, and looking one up. There is no list: the guide says so. */
final class Characters {

    // "Current limits allow approximately 60 character creations per minute, though this may vary based on your account
    // tier" (the guide); how it varies is not known.
    private static final int PER_MINUTE = 60;
    private static final String METER = SoraGuide.PROVIDER + ".characters";

    private final SoraGuideRules rules;

    Characters(SoraGuideRules rules) {
        this.rules = rules;
    }

    Reply create(Call call) {
        Map<String, Object> sent = Json.readObject(call.request().body());
        String model = Model.named(SoraGuide.PROVIDER, CharacterRequest.model(sent));
        call.visit().submits(new Submission(model, sent, true, false));
        call.sandbox().admit(call.visit());
        CharacterRequest request = CharacterRequest.read(sent, rules, call.visit());
        Order order = Order.of(model, request.input(sent, clip(call, request)))
                .named(Names.OF_CHARACTERS)
                .within(Characters::allowance)
                .awaitedByItsCaller();
        return new Reply.Later(whenMade(call, request, call.sandbox().submit(order, call.visit())));
    }

    Reply get(Call call) {
        String id = call.request().variable("id");
        return call.sandbox()
                .character(id)
                .map(character -> Reply.json(200, CharacterJson.known(character, Links.of(call))))
                .orElseThrow(() -> new Refused(
                        Refused.Reason.NO_SUCH_ROUTE, "this key has no such character; another key may have it"));
    }

    private static Allowance allowance(AccountLevel level, Supplier<BigDecimal> balance) {
        return level == AccountLevel.UNLIMITED
                ? Allowance.UNLIMITED
                : new Allowance(METER, PER_MINUTE, Integer.MAX_VALUE, true, "the guide's API");
    }

    private static String clip(Call call, CharacterRequest request) {
        return request.fromTask()
                ? video(call, TaskIds.find(call.sandbox(), request.source().value()))
                : request.source().value();
    }

    // The guide speaks of "a completed video generation" and has a 404 for ids that are unknown or too old; what
    // becomes
    // of a task that has not ended, or has failed, is inferred.
    private static String video(Call call, Prediction job) {
        Sandbox sandbox = call.sandbox();
        State state = sandbox.predictions().seen(job, sandbox.clock().instant());
        if (!(state instanceof State.Ended ended) || !(ended.outcome() instanceof Outcome.Completed completed)) {
            throw Refused.field(
                    "from_task", "parameter from_task must be a completed task; this one is " + state.word());
        }
        return completed.outputs().stream()
                .filter(Output.Video.class::isInstance)
                .map(output -> Links.of(call).video(job, (Output.Video) output))
                .findFirst()
                .orElseThrow(TaskIds::unknown);
    }

    // Cancelling it cancels the wait behind it too.
    private static CompletableFuture<Reply> whenMade(Call call, CharacterRequest request, Prediction job) {
        Links links = Links.of(call);
        CompletableFuture<State> ending = call.sandbox().endings().of(job);
        CompletableFuture<Reply> answer = ending.thenApply(state -> {
            Output.MadeCharacter character = made(state);
            call.visit().shows("completed", true);
            return Reply.json(200, CharacterJson.created(character, request, links));
        });
        answer.whenComplete((reply, problem) -> ending.cancel(false));
        return answer;
    }

    private static Output.MadeCharacter made(State state) {
        if (!(state instanceof State.Ended ended)) {
            throw new Refused(Refused.Reason.GATEWAY_TIMEOUT, "the character was not made in time");
        }
        if (ended.outcome() instanceof Outcome.Failed failed) {
            throw refused(failed);
        }
        if (ended.outcome() instanceof Outcome.Completed completed
                && completed.outputs().stream().findFirst().orElse(null) instanceof Output.MadeCharacter made) {
            return made;
        }
        throw Refused.failing(500, Errors.FAILED + ": no character was made");
    }

    // The guide: 400 for timestamps "out of range", 500 for "source video issues".
    private static Refused refused(Outcome.Failed failed) {
        return switch (failed.failure()) {
            case INVALID_PARAMETER -> Refused.field(Timestamps.FIELD, failed.error());
            case MODERATED, MISSING_PARAMETER -> new Refused(Refused.Reason.INVALID, failed.error());
            case UNAVAILABLE -> new Refused(Refused.Reason.UNAVAILABLE, failed.error());
            default -> Refused.failing(500, Errors.FAILED + ": " + failed.error());
        };
    }
}
