package dev.understudy.dialect.eachlabs;

import dev.understudy.dialect.Json;
import dev.understudy.dialect.Reply;
import dev.understudy.sandbox.Refused;
import dev.understudy.settings.EachlabsAnswers;
import java.util.Optional;

/**
 * Refusals as {@code {"error":"…"}}, which the provider's gateway makes {@code {"status":404,"error":"…"}} with
 * {@code details} where there are any. The texts of 401 to 409 and of 429 are documented. Of the empty bodies the
 * provider says that they are what production answers "today", to submissions and without a key.
 */
final class Errors {

    private static final Reply EMPTY_400 = empty(400);
    private static final Reply EMPTY_401 = empty(401);
    private static final Reply EMPTY_422 = empty(422);

    private static final String CONCURRENCY =
            "Account rate limited: accounts with a balance of $10.00 or less are limited to 10 concurrent executions. "
                    + "Keep your balance above $10.00 for higher concurrency, or wait for an active execution to finish.";

    // A page of early 2026; there is no such limit any more, but a rule can ask for one.
    private static final String TOO_OFTEN = "Rate limit exceeded. Please retry after 60 seconds.";

    private final boolean production;

    Errors(EachlabsAnswers answers) {
        this.production = answers == EachlabsAnswers.PRODUCTION;
    }

    /** Something is wrong with a field of a submission. */
    static Refused wrong(String field, String message) {
        return Refused.field(field, message);
    }

    Reply render(Refused refused) {
        return switch (refused.reason()) {
            case INVALID -> invalid(refused);
            case UNAUTHORIZED -> production ? EMPTY_401 : plain(401, "Invalid or missing API key");
            case FORBIDDEN -> plain(403, "forbidden");
            case NO_SUCH_PREDICTION -> production ? gateway(404, "not found") : plain(404, "Prediction not found");
            // Documented for asking after a model; that a submission to one that is not there says so is inferred.
            case NO_SUCH_MODEL -> plain(404, "Failed to fetch model: model not found");
            case NO_SUCH_ROUTE -> gateway(404, "not found");
            case NO_SUCH_METHOD -> gateway(405, "method not allowed");
            case EXISTS_ALREADY, CONFLICT -> plain(409, "conflict");
            case TOO_LARGE -> gateway(413, "request entity too large");
            case NO_CREDIT -> gateway(402, "payment required", refused.getMessage());
            case TOO_MANY_AT_ONCE -> gateway(429, "too many requests", CONCURRENCY);
            case TOO_MANY_PER_MINUTE -> gateway(429, "too many requests", TOO_OFTEN);
            case UNAVAILABLE -> gateway(503, "service unavailable");
            case FAILING -> failing(refused.status());
            case GATEWAY_TIMEOUT -> gateway(504, "gateway timeout");
            case INTERNAL -> failing(500);
        };
    }

    /** {@code {"error":"…"}}. */
    static Reply plain(int status, String error) {
        return Reply.json(status, Json.write(json -> {
            json.writeStartObject();
            json.writeStringField("error", error);
            json.writeEndObject();
        }));
    }

    private Reply invalid(Refused refused) {
        Optional<String> field = refused.hint().map(Refused.Hint::field);
        boolean malformed = field.filter(Fields.BODY::equals).isPresent();
        if (production && field.isPresent()) {
            return malformed ? EMPTY_422 : EMPTY_400;
        }
        return plain(malformed ? 422 : 400, refused.getMessage());
    }

    private Reply failing(int status) {
        return production || status != 500
                ? gateway(status, "internal server error")
                : plain(status, "Internal server error");
    }

    private static Reply gateway(int status, String error) {
        return gateway(status, error, "");
    }

    private static Reply gateway(int status, String error, String details) {
        return Reply.json(status, Json.write(json -> {
            json.writeStartObject();
            json.writeNumberField("status", status);
            json.writeStringField("error", error);
            if (!details.isEmpty()) {
                json.writeStringField("details", details);
            }
            json.writeEndObject();
        }));
    }

    private static Reply empty(int status) {
        return Reply.json(status, Json.write(json -> {
            json.writeStartObject();
            json.writeEndObject();
        }));
    }
}
