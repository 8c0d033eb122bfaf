package dev.understudy.control;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.understudy.dialect.Json;
import dev.understudy.dialect.Reply;
import dev.understudy.sandbox.Refused;
import java.io.IOException;

/** Refusals of control calls, as problem documents (RFC 9457). */
final class Problem {

    private static final String TYPE = "application/problem+json";

    private Problem() {}

    static Reply of(Refused refused) {
        int status = status(refused.reason());
        return new Reply.Content(status, TYPE, Json.write(json -> {
            json.writeStartObject();
            json.writeNumberField("status", status);
            json.writeStringField("title", refused.getMessage());
            if (refused.hint().isPresent()) {
                hint(json, refused.hint().get());
            }
            json.writeEndObject();
        }));
    }

    private static int status(Refused.Reason reason) {
        return switch (reason) {
            case INVALID -> 400;
            case UNAUTHORIZED -> 401;
            case FORBIDDEN -> 403;
            case NO_SUCH_METHOD -> 405;
            case EXISTS_ALREADY, CONFLICT -> 409;
            case TOO_LARGE -> 413;
            case UNAVAILABLE -> 503;
            case INTERNAL -> 500;
            default -> 404;
        };
    }

    private static void hint(JsonGenerator json, Refused.Hint hint) throws IOException {
        json.writeStringField("field", hint.field());
        if (!hint.allowed().isEmpty()) {
            json.writeArrayFieldStart("allowed");
            for (String word : hint.allowed()) {
                json.writeString(word);
            }
            json.writeEndArray();
        }
        if (hint.suggestion().isPresent()) {
            json.writeStringField("suggestion", hint.suggestion().get());
        }
    }
}
