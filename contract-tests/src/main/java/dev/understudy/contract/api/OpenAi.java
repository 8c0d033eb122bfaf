package dev.understudy.contract.api;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** OpenAI's API for videos, as one case uses it. */
public final class OpenAi {
    private static final Set<String> AT_WORK = Set.of("queued", "in_progress");

    private final Api api;
    private final Requests requests;

    /**
     * @param api of the case
     */
    public OpenAi(Api api) {
        this.api = api;
        this.requests = new Requests(api, "/v1");
    }

    /** Requests with paths behind {@code /v1}. */
    public Requests requests() {
        return requests;
    }

    /** Makes a character of a clip, as a form with a file. */
    public Answer createCharacter(Clip clip, String name) {
        return requests.post(
                "/videos/characters", Form.empty().file("video", clip).text("name", name));
    }

    /** Starts a video, as JSON. */
    public Answer createVideo(Map<String, Object> input) {
        return requests.post("/videos", input);
    }

    /** The state of a video. */
    public Answer video(String id) {
        return requests.get("/videos/" + id);
    }

    /** Polls a video until it has ended: all answers, the creation first. */
    public List<Answer> follow(Answer created) {
        String id = created.json().path("id").asText();
        return api.until(created, () -> video(id), answer -> !AT_WORK.contains(statusOf(answer)));
    }

    /** The id of one character that all cases may use, made when first asked for. Its name is {@code Mossy}. */
    public String sharedCharacterId() {
        return api.shared("openai character", String.class, shared -> {
            Answer created = new OpenAi(shared).createCharacter(Clip.THREE_SECONDS, "Mossy");
            return required(created, created.json().path("id").asText());
        });
    }

    /** The history of one video of four seconds that all cases may look at, made when first asked for. */
    @SuppressWarnings("unchecked")
    public List<Answer> sharedVideo() {
        return api.shared("openai video", List.class, shared -> {
            OpenAi client = new OpenAi(shared);
            return client.follow(client.createVideo(Map.of("model", "sora-2", "prompt", "A figure walks")));
        });
    }

    /** The id of the shared video. */
    public String sharedVideoId() {
        return sharedVideo().get(0).json().path("id").asText();
    }

    /** A name that no other case of no other run has given. */
    public String uniqueName(String base) {
        return api.uniqueName(base);
    }

    private static String statusOf(Answer answer) {
        return required(answer, answer.json().path("status").asText());
    }

    private static String required(Answer answer, String value) {
        if (answer.status() != 200 || value.isEmpty()) {
            throw new AssertionError("Expected a video or a character: " + answer);
        }
        return value;
    }
}
