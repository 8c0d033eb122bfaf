package dev.understudy.dialect.openai;

import dev.understudy.catalog.Model;
import dev.understudy.dialect.Json;
import dev.understudy.dialect.Reply;
import dev.understudy.dialect.Request;
import dev.understudy.sandbox.Refused;
import java.nio.charset.StandardCharsets;

/**
 * Errors as {@code {"error":{"message","type","param","code"}}} with all four keys, as the provider's specification has
 * them. The texts of 401 and 404 were seen; those of 429 and 5xx are from the provider's error-codes page or its API in
 * general; what is said of the emulator's own limits is ours.
 */
final class Errors {

    /** What {@link OpenAi} says to itself of a call without a key. */
    static final String NO_KEY = "send the header 'Authorization: Bearer KEY'; any non-empty key will do";

    private static final String REQUEST = "invalid_request_error";
    private static final String SERVER = "server_error";
    private static final String RATE_LIMIT = "rate_limit_exceeded";

    // What the network in front of the service sends; that it looks like this is inferred.
    private static final Reply GATEWAY_TIMEOUT = new Reply.Content(
            504,
            "text/html",
            "<html>\r\n<head><title>504 Gateway Time-out</title></head>\r\n<body>\r\n<center><h1>504 Gateway Time-out</h1></center>\r\n</body>\r\n</html>\r\n"
                    .getBytes(StandardCharsets.US_ASCII));

    private Errors() {}

    static Reply render(Refused refused) {
        String message = refused.getMessage();
        if (refused instanceof ApiError error) {
            return error(error.status(), message, REQUEST, error.parameter(), error.code());
        }
        return switch (refused.reason()) {
            case INVALID -> error(400, message, REQUEST, null);
            case UNAUTHORIZED -> unauthorized(message);
            case FORBIDDEN -> error(403, message, REQUEST, null);
            case NO_SUCH_PREDICTION, NO_SUCH_ROUTE -> error(404, message, REQUEST, null);
            case NO_SUCH_MODEL -> error(404, "The requested model does not exist.", REQUEST, "model_not_found");
            case NO_SUCH_METHOD -> error(405, message, REQUEST, null);
            case EXISTS_ALREADY, CONFLICT -> error(409, message, REQUEST, null);
            case TOO_LARGE -> error(413, message, REQUEST, null);
            case NO_CREDIT ->
                error(
                        429,
                        "You exceeded your current quota, please check your plan and billing details. For more information on this error, read the docs: https://platform.openai.com/docs/guides/error-codes/api-errors.",
                        "insufficient_quota",
                        "insufficient_quota");
            case TOO_MANY_AT_ONCE ->
                error(429, "Too many running tasks. Please try again later.", "requests", RATE_LIMIT);
            case TOO_MANY_PER_MINUTE ->
                error(
                        429,
                        "Rate limit reached for requests. Visit https://platform.openai.com/account/rate-limits to learn more.",
                        "requests",
                        RATE_LIMIT);
            case UNAVAILABLE ->
                error(
                        503,
                        "The server is currently overloaded. Please try again later.",
                        SERVER,
                        "server_is_overloaded");
            case FAILING -> failing(refused.status());
            case GATEWAY_TIMEOUT -> GATEWAY_TIMEOUT;
            case INTERNAL -> failing(500);
        };
    }

    /** The provider's API in general: unknown models are 404s with a code. */
    static ApiError noSuchModel(String model) {
        String message = "The model '%s' does not exist or you do not have access to it.";
        return new ApiError(404, message.formatted(ApiError.shown(Model.plain(model))), null, "model_not_found");
    }

    /** Seen at other paths of this API. */
    static Reply unrouted(Refused refused, Request request) {
        String what = "(%s %s)".formatted(request.method(), request.path());
        return refused.reason() == Refused.Reason.NO_SUCH_METHOD
                ? error(405, "Invalid method for URL " + what, REQUEST, null)
                : error(404, "Invalid URL " + what, REQUEST, null);
    }

    static Reply failing(int status) {
        return error(
                status,
                "The server had an error while processing your request. Sorry about that!",
                SERVER,
                status == 503 ? "server_is_overloaded" : null);
    }

    private static Reply unauthorized(String message) {
        return message.equals(NO_KEY)
                ? error(
                        401,
                        "You didn't provide an API key. You need to provide your API key in an Authorization header using Bearer auth (i.e. Authorization: Bearer YOUR_KEY), or as the password field (with blank username) if you're accessing the API from your browser and are prompted for a username and password. You can obtain an API key from https://platform.openai.com/account/api-keys.",
                        REQUEST,
                        null)
                // The real service repeats a part of the key; nothing here does.
                : error(
                        401,
                        "Incorrect API key provided. You can find your API key at https://platform.openai.com/account/api-keys.",
                        REQUEST,
                        "invalid_api_key");
    }

    private static Reply error(int status, String message, String type, String code) {
        return error(status, message, type, null, code);
    }

    private static Reply error(int status, String message, String type, String parameter, String code) {
        return Reply.json(status, Json.write(json -> {
            json.writeStartObject();
            json.writeObjectFieldStart("error");
            json.writeStringField("message", message);
            json.writeStringField("type", type);
            json.writeStringField("param", parameter);
            json.writeStringField("code", code);
            json.writeEndObject();
            json.writeEndObject();
        }));
    }
}
