package dev.understudy.dialect.openai;

import dev.understudy.catalog.Model;
import dev.understudy.dialect.Call;
import dev.understudy.dialect.Reply;
import dev.understudy.prediction.Prediction;
import dev.understudy.prediction.State;
import dev.understudy.sandbox.Order;
import dev.understudy.sandbox.Submission;
import java.util.Map;
import java.util.Set;

/** How this API's calls become jobs. */
final class VideoOrders {

    /** The word for this provider in the names of models. */
    static final String PROVIDER = "openai";

    /** What characters are made by; no model of the provider's has this name, and no caller gives it. */
    static final String CHARACTERS = Model.named(PROVIDER, "characters");

    // What the catalog calls the inputs.
    static final String SECONDS = "duration";
    static final String LENGTH = "length";
    static final String REMIXED_FROM = "remixed_from";
    static final String EXTENSIONS = "extensions";

    // Of all the ways to start a video together.
    private static final Set<String> KNOWN =
            Set.of("prompt", "model", "seconds", "size", "input_reference", "characters", "video");

    private VideoOrders() {}

    /**
     * Lets a call in that is to start a video.
     *
     * @param model as the provider calls it
     */
    static void admit(Call call, String model, Parameters sent) {
        boolean told = Events.areWanted(call.sandbox());
        call.visit().submits(new Submission(Model.named(PROVIDER, model), sent.texts(), false, told));
        sent.besides(KNOWN).ifPresent(call.visit()::note);
        call.sandbox().admit(call.visit());
    }

    /** Starts the video and tells of it. */
    static Reply submit(Call call, String model, Map<String, Object> input) {
        String name = Model.named(PROVIDER, model);
        if (name.equals(CHARACTERS)) {
            throw Errors.noSuchModel(name);
        }
        Order order = Order.of(name, input).named(Ids.NAMING).within(RateLimits.terms(name));
        Prediction job = call.sandbox().submit(order, call.visit());
        Events.tell(call, job);
        State state = new State.Queued();
        call.visit().shows(VideoJson.status(state), false);
        return Reply.json(200, VideoJson.of(job, state, job.createdAt()));
    }
}
