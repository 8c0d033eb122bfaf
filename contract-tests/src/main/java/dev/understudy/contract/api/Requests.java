package dev.understudy.contract.api;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.restassured.http.Method;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Requests to one API, whatever they are about: with its base path before each path, and with a key and headers that stay the
 * same until told otherwise. Answers come raw, with their headers.
 */
public final class Requests {
    private static final JsonMapper JSON = new JsonMapper();

    private final Api api;
    private final String base;
    private final Map<String, String> headers;

    Requests(Api api, String base) {
        this(api, base, Map.of());
    }

    private Requests(Api api, String base, Map<String, String> headers) {
        this.api = api;
        this.base = base;
        this.headers = headers;
    }

    /** The same requests, asked by somebody else or in another way. */
    public Requests as(Credential other) {
        return new Requests(api.as(other), base, headers);
    }

    /** The same requests with one more header. */
    public Requests with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new Requests(api, base, more);
    }

    /** Gets a path behind the base, or a URL that was given away. */
    public Answer get(String where) {
        return send(Method.GET, where, UnaryOperator.identity());
    }

    public Answer delete(String path) {
        return send(Method.DELETE, path, UnaryOperator.identity());
    }

    public Answer post(String path) {
        return send(Method.POST, path, UnaryOperator.identity());
    }

    /** Posts JSON: a map, or anything else that Jackson writes. */
    public Answer post(String path, Object json) {
        return postText(path, "application/json", JSON.valueToTree(json).toString());
    }

    /** Posts a body as it stands, valid or not. */
    public Answer postText(String path, String contentType, String body) {
        return send(
                Method.POST, path, request -> request.contentType(contentType).body(body));
    }

    /** Posts a multipart form. */
    public Answer post(String path, Form form) {
        return send(Method.POST, path, form::addTo);
    }

    /** Puts the bytes of a clip to a URL that was given away. */
    public Answer put(String where, Clip clip) {
        return send(
                Method.PUT,
                where,
                request -> request.contentType(clip.contentType()).body(clip.bytes()));
    }

    private Answer send(Method method, String where, UnaryOperator<RequestSpecification> details) {
        String target = where.startsWith("/") ? base + where : where;
        return api.send(method, target, request -> details.apply(request.headers(headers)));
    }
}
