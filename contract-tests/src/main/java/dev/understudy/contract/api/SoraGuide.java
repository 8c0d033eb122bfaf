package dev.understudy.contract.api;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The API of the guide and of the proxies behind it, as one case uses it. */
public final class SoraGuide {
    private static final Set<String> AT_WORK = Set.of("queued", "in_progress");

    private final Api api;
    private final Requests requests;

    /**
     * @param api of the case
     */
    public SoraGuide(Api api) {
        this.api = api;
        this.requests = new Requests(api, "");
    }

    /** Requests with whole paths, since the guide and the proxies order their words differently. */
    public Requests requests() {
        return requests;
    }

    /** Makes a character at the guide's address. */
    public Answer createCharacter(Map<String, Object> input) {
        return requests.post("/v1/sora/characters", input);
    }

    /** Makes a character where the proxies have it. */
    public Answer createCharacterAtProxy(Map<String, Object> input) {
        return requests.post("/sora/v1/characters", input);
    }

    /** Starts a video. */
    public Answer generate(Map<String, Object> input) {
        return requests.post("/v1/sora/generations", input);
    }

    /** The state of a video. */
    public Answer generation(String id) {
        return requests.get("/v1/sora/generations/" + id);
    }

    /** Polls a video until it has ended: all answers, the creation first. */
    public List<Answer> follow(Answer created) {
        String id = created.json().path("id").asText();
        return api.until(created, () -> generation(id), SoraGuide::hasEnded);
    }

    /** The URL of a clip that the target can fetch. This API takes no files, so it is uploaded to WaveSpeed's on the same target. */
    public String urlOf(Clip clip) {
        return api.urlOf(clip);
    }

    private static boolean hasEnded(Answer answer) {
        String status = answer.json().path("status").asText();
        if (answer.status() != 200 || status.isEmpty()) {
            throw new AssertionError("Expected a generation: " + answer);
        }
        return !AT_WORK.contains(status);
    }
}
