package dev.understudy.dialect.openai;

import dev.understudy.dialect.Answered;
import dev.understudy.dialect.Dialect;
import dev.understudy.dialect.Operation;
import dev.understudy.dialect.Reply;
import dev.understudy.dialect.Request;
import dev.understudy.sandbox.Refused;
import dev.understudy.sandbox.Sandbox;
import dev.understudy.sandbox.Sandboxes;
import dev.understudy.settings.OpenAiVideos;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** OpenAI's Videos API with its characters, as it was until it was switched off on 2026-09-24. */
public final class OpenAi implements Dialect {

    /** The types of events that receivers can be registered for. */
    public static final List<String> EVENTS = Events.TYPES;

    private final Sandboxes sandboxes;
    private final OpenAiVideos source;

    /** @param source which of the provider's descriptions says how long and how large a video may be */
    public OpenAi(Sandboxes sandboxes, OpenAiVideos source) {
        this.sandboxes = sandboxes;
        this.source = source;
    }

    @Override
    public List<Operation> operations() {
        Videos videos = new Videos(new VideoChoices(source));
        Content content = new Content(sandboxes.media());
        return List.of(
                starting("openai.submit", "/v1/videos", videos::create),
                starting("openai.character.submit", "/v1/videos/characters", Characters::create),
                starting("openai.edit.submit", "/v1/videos/edits", Reworkings::edit),
                starting("openai.extension.submit", "/v1/videos/extensions", Reworkings::extend),
                starting("openai.remix.submit", "/v1/videos/{video_id}/remix", Reworkings::remix),
                reading("openai.list", "/v1/videos", Listing::get),
                Operation.delete("openai.delete", "/v1/videos/{video_id}", Entrance.admitted(Deletion::delete)),
                asking("openai.character", "/v1/videos/characters/{character_id}", Characters::get),
                asking("openai.result", "/v1/videos/{video_id}", videos::retrieve),
                reading("openai.download", "/v1/videos/{video_id}/content", content::get));
    }

    @Override
    public List<String> prefixes() {
        return List.of("/v1/");
    }

    @Override
    public Optional<Sandbox> sandbox(Request request) {
        String key = request.bearerToken().orElseThrow(() -> new Refused(Refused.Reason.UNAUTHORIZED, Errors.NO_KEY));
        return Optional.of(sandboxes.of(key));
    }

    @Override
    public Reply refuse(Refused refused) {
        return Errors.render(refused);
    }

    @Override
    public Reply unrouted(Refused refused, Request request) {
        return Errors.unrouted(refused, request);
    }

    @Override
    public Map<String, String> headers(Answered answered) {
        return ResponseHeaders.of(answered);
    }

    private static Operation starting(String name, String path, Operation.Handler handler) {
        return Operation.blocking(name, "POST", path, Operation.Body.FORM_OR_IN_MEMORY, Entrance.guarded(handler));
    }

    private static Operation asking(String name, String path, Operation.Handler handler) {
        return Operation.get(name, path, Entrance.admitted(handler));
    }

    private static Operation reading(String name, String path, Operation.Handler handler) {
        return Operation.blocking(name, "GET", path, Operation.Body.NONE, Entrance.admitted(handler));
    }
}
