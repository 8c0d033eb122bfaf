package dev.understudy.contract.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The API of each::labs, as one case uses it. */
public final class EachLabs {
    public static final String CHARACTERS = "sora-2-characters";
    public static final String TEXT_TO_VIDEO = "sora-2-text-to-video";
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

    /** Starts a video of four seconds, the shortest there is. */
    public Answer createVideo() {
        return create(TEXT_TO_VIDEO, Map.of("prompt", "A figure walks", "duration", 4));
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

    /** The history of one character that all cases may look at, made when first asked for. */
    public List<Answer> sharedCharacter() {
        return shared("eachlabs character", client -> client.follow(client.createCharacter(Clip.THREE_SECONDS)));
    }

    /** The history of one character that was to be made of something that is no video; made when first asked for. */
    public List<Answer> sharedFailure() {
        return shared("eachlabs failure", client -> client.follow(client.createCharacter(Clip.NOT_A_VIDEO)));
    }

    /** The history of one video that all cases may look at, made when first asked for. */
    public List<Answer> sharedVideo() {
        return shared("eachlabs video", client -> client.follow(client.createVideo()));
    }

    /** Starts a character of a clip that is uploaded. */
    public Answer createCharacter(Clip clip) {
        return create(CHARACTERS, Map.of("video_url", urlOf(clip), "name", uniqueName("Mossy")));
    }

    /** The URL of a clip that the target can fetch: uploaded once in a run, to the place that the API gives. */
    public String urlOf(Clip clip) {
        return api.shared("eachlabs clip " + clip, String.class, shared -> new EachLabs(shared).upload(clip));
    }

    /** A name that no other case of no other run has given. */
    public String uniqueName(String base) {
        return api.uniqueName(base);
    }

    /** Asks for a place to upload a clip to. */
    public Answer uploadTicket(Clip clip) {
        return requests.post("/upload/presign", Map.of("content_type", clip.contentType(), "file_type", "video"));
    }

    /** Puts a clip where a ticket says, with the ticket's headers and without a key. */
    public Answer put(Answer ticket, Clip clip) {
        JsonNode json = ticket.json();
        Requests put = requests.as(Credential.NONE);
        for (Map.Entry<String, JsonNode> header : json.path("required_headers").properties()) {
            put = put.with(header.getKey(), header.getValue().asText());
        }
        return put.put(json.path("presigned_url").asText(), clip);
    }

    private String upload(Clip clip) {
        Answer ticket = uploadTicket(clip);
        String url = ticket.json().path("public_url").asText();
        Answer stored = put(ticket, clip);
        if (stored.status() / 100 != 2 || url.isEmpty()) {
            throw new AssertionError("A clip could not be uploaded: " + ticket + ", then " + stored);
        }
        return url;
    }

    @SuppressWarnings("unchecked")
    private List<Answer> shared(String name, Function<EachLabs, List<Answer>> make) {
        return api.shared(name, List.class, other -> make.apply(new EachLabs(other)));
    }

    private static boolean hasEnded(Answer answer) {
        String status = answer.json().path("status").asText();
        if (answer.status() != 200 || status.isEmpty()) {
            throw new AssertionError("Expected a prediction: " + answer);
        }
        return !AT_WORK.contains(status);
    }
}
