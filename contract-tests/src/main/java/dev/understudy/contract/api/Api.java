package dev.understudy.contract.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.restassured.http.Method;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The vocabulary of the cases: requests that the API knows, and shortcuts to what a case needs before it can ask its
 * question. It tells nobody which target answers.
 */
public final class Api {
    public static final String CHARACTERS = "openai/sora-2/characters";
    public static final String TEXT_TO_VIDEO = "openai/sora-2/text-to-video";
    private static final JsonMapper JSON = new JsonMapper();

    private final Workbench bench;
    private final Credential credential;
    private final String caseId;

    Api(Workbench bench, Credential credential, String caseId) {
        this.bench = bench;
        this.credential = credential;
        this.caseId = caseId;
    }

    /** The same API, asked by somebody else. */
    public Api as(Credential other) {
        return new Api(bench, other, caseId);
    }

    /** Submits a job. The input is a map, or anything else that Jackson writes. */
    public Answer submit(String model, Object input) {
        return submitText(model, "application/json", JSON.valueToTree(input).toString());
    }

    /** Submits a body as it stands, valid or not. */
    public Answer submitText(String model, String contentType, String body) {
        return send(
                Method.POST, "/api/v3/" + model, r -> r.contentType(contentType).body(body));
    }

    /** The state of a prediction, by the address that submissions give. */
    public Answer result(String id) {
        return get("/api/v3/predictions/" + id + "/result");
    }

    /** The state of a prediction, by the shorter address that the documentation also has. */
    public Answer prediction(String id) {
        return get("/api/v3/predictions/" + id);
    }

    /** Gets a path of the target or a URL that it gave away. */
    public Answer get(String where) {
        return send(Method.GET, where, UnaryOperator.identity());
    }

    /** Posts JSON to a path of the target. */
    public Answer post(String path, Object input) {
        return send(
                Method.POST,
                path,
                r -> r.contentType("application/json")
                        .body(JSON.valueToTree(input).toString()));
    }

    public Answer delete(String path) {
        return send(Method.DELETE, path, UnaryOperator.identity());
    }

    /** Gets the first bytes of a file. */
    public Answer getFirstBytes(String url, int count) {
        return send(Method.GET, url, r -> r.header("Range", "bytes=0-" + (count - 1)));
    }

    /** Polls a submitted job until it has ended. */
    public History follow(Answer submitted) {
        String id = submitted.data().path("id").asText();
        return bench.pollster().follow(submitted, () -> result(id));
    }

    /** Submits a character and polls until it has ended. */
    public History createCharacter(String videoUrl) {
        return follow(submit(CHARACTERS, Map.of("video", videoUrl, "name", uniqueName("Joe"))));
    }

    /** The history of one character that all cases may look at, made when first asked for. */
    public History sharedCharacter() {
        return bench.sharedCharacter();
    }

    /** The history of one character that was to be made of something that is no video; made when first asked for. */
    public History sharedFailure() {
        return bench.sharedFailure();
    }

    /** The id of the shared character. */
    public String sharedCharacterId() {
        return sharedCharacter().end().path("outputs").path(0).path("id").asText();
    }

    /** The URL of a clip that the target can fetch: uploaded once in a run. */
    public String urlOf(Clip clip) {
        return bench.urlOf(clip);
    }

    /** Uploads a clip in one multipart request. */
    public Answer upload(Clip clip) {
        return uploadTo("/api/v3/media/upload/binary", clip);
    }

    /** The same where clients of older versions do it. */
    public Answer uploadToOlderAddress(Clip clip) {
        return uploadTo("/api/v2/media/upload/binary", clip);
    }

    /** Asks for a place to upload a clip to. */
    public Answer uploadTicket(Clip clip) {
        Map<String, Object> body =
                Map.of("filename", clip.filename(), "size", clip.bytes().length, "content_type", clip.contentType());
        return send(
                Method.POST,
                "/api/v3/media/uploads",
                r -> r.contentType("application/json")
                        .body(JSON.valueToTree(body).toString()));
    }

    /** Puts a clip where a ticket says, with the ticket's headers and without a key. */
    public Answer put(JsonNode ticket, Clip clip) {
        return as(Credential.NONE)
                .send(
                        Method.PUT,
                        ticket.path("url").asText(),
                        r -> withHeaders(r, ticket.path("headers")).body(clip.bytes()));
    }

    /** A name that no other case of no other run has given, so that it can be told apart on an account that keeps names. */
    public String uniqueName(String base) {
        return "contract-" + base + "-" + bench.mark(caseId);
    }

    /** Asks again and again until an answer says that it has ended: all answers, the given one first. */
    List<Answer> until(Answer first, Supplier<Answer> poll, Predicate<Answer> ended) {
        return bench.pollster().until(first, poll, ended);
    }

    /** What all cases may look at, made when first asked for. */
    <T> T shared(String name, Class<T> type, Function<Api, T> make) {
        return bench.shared(name, type, make);
    }

    private static RequestSpecification withHeaders(RequestSpecification request, JsonNode headers) {
        headers.properties()
                .forEach(header ->
                        request.header(header.getKey(), header.getValue().asText()));
        // REST Assured wants to know what bytes are, and would otherwise say something of its own.
        boolean typed =
                headers.properties().stream().anyMatch(header -> header.getKey().equalsIgnoreCase("Content-Type"));
        return typed ? request : request.contentType("video/mp4");
    }

    private Answer uploadTo(String path, Clip clip) {
        return send(Method.POST, path, r -> r.multiPart("file", clip.filename(), clip.bytes(), clip.contentType()));
    }

    Answer send(Method method, String where, UnaryOperator<RequestSpecification> details) {
        return bench.wire().send(method, where, credential, details);
    }
}
