package dev.understudy.contract.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The API of each::labs, as one case uses it. */
public final class EachLabs {
    private static final Set<String> AT_WORK = Set.of("created", "starting", "processing");

    private final Api api;
    private final Requests requests;

    /**
     * @param api of the case
     */
    public EachLabs(Api api) {
        this.api = api;
        this.requests = new Requests(api, "/v1");
    }

    /** Requests with paths behind {@code /v1}, the key as a bearer token. */
    public Requests requests() {
        return requests;
    }

    /** Starts a job. */
    public Answer create(String model, Map<String, Object> input) {
        return requests.post("/prediction", Map.of("model", model, "input", input));
    }

    /** The state of a job. */
    public Answer prediction(String id) {
        return requests.get("/prediction/" + id);
    }

    /** Polls a job until it has ended: all answers, the creation first. */
    public List<Answer> follow(Answer created) {
        String id = created.json().path("predictionID").asText();
        if (created.status() != 200 || id.isEmpty()) {
            throw new AssertionError("Expected a new prediction: " + created);
        }
        return api.until(created, () -> prediction(id), answer -> answer != created && hasEnded(answer));
    }

    /** The URL of a clip that the target can fetch: uploaded once in a run, to the place that the API gives. */
    public String urlOf(Clip clip) {
        return api.shared("eachlabs clip " + clip, String.class, shared -> new EachLabs(shared).upload(clip));
    }

    /** A name that no other case of no other run has given. */
    public String uniqueName(String base) {
        return api.uniqueName(base);
    }

    private String upload(Clip clip) {
        Answer ticket = requests.post("/upload/presign", Map.of("content_type", clip.contentType()));
        JsonNode json = ticket.json();
        Requests put = requests.as(Credential.NONE);
        for (Map.Entry<String, JsonNode> header : json.path("required_headers").properties()) {
            put = put.with(header.getKey(), header.getValue().asText());
        }
        String url = json.path("public_url").asText();
        Answer stored = put.put(json.path("presigned_url").asText(), clip);
        if (stored.status() / 100 != 2 || url.isEmpty()) {
            throw new AssertionError("A clip could not be uploaded: " + ticket + ", then " + stored);
        }
        return url;
    }

    private static boolean hasEnded(Answer answer) {
        String status = answer.json().path("status").asText();
        if (answer.status() != 200 || status.isEmpty()) {
            throw new AssertionError("Expected a prediction: " + answer);
        }
        return !AT_WORK.contains(status);
    }
}
