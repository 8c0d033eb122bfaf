package dev.understudy.dialect.soraguide;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.understudy.dialect.Json;
import dev.understudy.dialect.Reply;
import dev.understudy.sandbox.Refused;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Refusals as {@code {"error":{"message","type","param","code"}}}. The guide's table has four statuses with a few words
 * each; the envelope is that of the API which it claims to describe, seen at its relatives too. Codes are inferred.
 */
final class Errors {

    /** The guide's words; what is wrong may stand behind them. */
    static final String FAILED = "Processing failed";

    // As the catalog words its complaints, and this dialect its own.
    private static final Pattern ABOUT = Pattern.compile("(missing required )?parameter:? ([a-z_]+).*", Pattern.DOTALL);

    private static final String REQUEST = "invalid_request_error";
    private static final String SERVER = "server_error";

    private record Problem(String message, String type, String param, String code) {}

    private Errors() {}

    static Reply render(Refused refused) {
        String said = refused.getMessage();
        return switch (refused.reason()) {
            case INVALID -> error(400, invalid(refused));
            // Of the API that the guide claims to describe; it shows no more of a key than its ends, we show nothing.
            case UNAUTHORIZED ->
                error(401, new Problem("Incorrect API key provided.", REQUEST, null, "invalid_api_key"));
            case NO_CREDIT ->
                error(402, new Problem("Insufficient balance.", "insufficient_quota", null, "insufficient_quota"));
            case FORBIDDEN -> error(403, new Problem(said, REQUEST, null, "forbidden"));
            case NO_SUCH_PREDICTION -> error(404, new Problem("Task not found", REQUEST, null, "task_not_found"));
            case NO_SUCH_MODEL -> error(404, new Problem("Model not found", REQUEST, "model", "model_not_found"));
            case NO_SUCH_ROUTE, NO_SUCH_METHOD -> error(404, new Problem(said, REQUEST, null, "not_found"));
            case EXISTS_ALREADY, CONFLICT -> error(409, new Problem(said, REQUEST, null, "conflict"));
            case TOO_LARGE -> error(413, new Problem(said, REQUEST, null, "request_too_large"));
            case TOO_MANY_AT_ONCE, TOO_MANY_PER_MINUTE ->
                error(429, new Problem("Rate limited", "rate_limit_error", null, "rate_limit_exceeded"));
            case UNAVAILABLE -> error(503, new Problem(said, SERVER, null, "service_unavailable"));
            case FAILING -> error(refused.status(), failing(refused));
            case GATEWAY_TIMEOUT -> error(504, new Problem("Gateway timeout", SERVER, null, "timeout"));
            case INTERNAL -> error(500, new Problem(FAILED, SERVER, null, "processing_failed"));
        };
    }

    /** Inferred: the code says which parameter is at fault only where the guide's table has a row for it. */
    private static Problem invalid(Refused refused) {
        String said = refused.getMessage();
        Matcher about = ABOUT.matcher(said);
        boolean named = about.matches();
        Optional<String> field = refused.hint().map(Refused.Hint::field);
        String param = field.orElse(named ? about.group(2) : null);
        if (Timestamps.FIELD.equals(param)) {
            return new Problem("Invalid timestamps: " + said, REQUEST, param, "invalid_timestamps");
        }
        boolean missing = named && about.group(1) != null;
        return new Problem(said, REQUEST, param, missing ? "missing_required_parameter" : "invalid_value");
    }

    // The guide's words for a 500, whatever it comes from.
    private static Problem failing(Refused refused) {
        String said = refused.getMessage();
        boolean guides = refused.status() != 500 || said.startsWith(FAILED);
        return new Problem(guides ? said : FAILED, SERVER, null, "processing_failed");
    }

    private static Reply error(int status, Problem problem) {
        return Reply.json(status, Json.write(json -> {
            json.writeStartObject();
            json.writeObjectFieldStart("error");
            json.writeStringField("message", problem.message());
            json.writeStringField("type", problem.type());
            orNull(json, "param", problem.param());
            orNull(json, "code", problem.code());
            json.writeEndObject();
            json.writeEndObject();
        }));
    }

    private static void orNull(JsonGenerator json, String name, String value) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeStringField(name, value);
        }
    }
}
