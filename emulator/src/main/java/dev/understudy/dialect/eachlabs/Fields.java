package dev.understudy.dialect.eachlabs;

import dev.understudy.dialect.Json;
import dev.understudy.dialect.Request;
import dev.understudy.sandbox.Refused;
import dev.understudy.webhook.ReceiverUrl;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** The fields of a JSON body. */
final class Fields {

    /** What a refusal names where the body is no JSON object at all, which is a 422. */
    static final String BODY = "body";

    private final Map<String, Object> body;

    private Fields(Map<String, Object> body) {
        this.body = body;
    }

    static Fields of(Request request) {
        try {
            return new Fields(Json.readObject(request.body()));
        } catch (Refused malformed) {
            throw Errors.wrong(BODY, malformed.getMessage());
        }
    }

    /** A string that must be there. */
    String text(String name) {
        return optionalText(name).filter(text -> !text.isBlank()).orElseThrow(() -> missing(name));
    }

    Optional<String> optionalText(String name) {
        Object sent = body.get(name);
        if (sent == null || sent instanceof String) {
            return Optional.ofNullable((String) sent);
        }
        throw Errors.wrong(name, name + " field must be a string");
    }

    /** An object that must be there. */
    @SuppressWarnings("unchecked")
    Map<String, Object> object(String name) {
        if (body.get(name) instanceof Map<?, ?> object) {
            // Keys of a JSON object are strings.
            return (Map<String, Object>) object;
        }
        throw body.get(name) == null ? missing(name) : Errors.wrong(name, name + " field must be an object");
    }

    /** How an unusable address is answered is not known; it could never be told anything. */
    Optional<URI> webAddress(String name) {
        return optionalText(name)
                .filter(text -> !text.isEmpty())
                .map(text -> ReceiverUrl.parse(text)
                        .orElseThrow(() -> Errors.wrong(
                                name,
                                "%s must be an http or https URL of at most %s characters"
                                        .formatted(name, ReceiverUrl.LONGEST))));
    }

    /** The value of a field, whatever it is. */
    Optional<Object> value(String name) {
        return Optional.ofNullable(body.get(name));
    }

    // "model field is required", the words of the documentation.
    private static Refused missing(String name) {
        return Errors.wrong(name, name + " field is required");
    }
}
