package dev.understudy.dialect.wavespeed;

import dev.understudy.dialect.Json;
import dev.understudy.dialect.Reply;
import dev.understudy.sandbox.Refused;
import java.nio.charset.StandardCharsets;

/**
 * Refusals as {@code {"code":<status>,"message":"…"}}. The shape is seen on the real service; of the texts, those
 * for concurrency and credits are. 401's and 404's are the documentation's words, 400's name the parameter, the rest are
 * inferred.
 */
final class Errors {

    // Seen, and in the documentation of sync mode: a page of HTML that says "504 Gateway Time-out". The rest of the
    // page is
    // what the proxy that words it so sends by default; that it is this one is inferred.
    private static final Reply GATEWAY_TIMEOUT =
            new Reply.Content(504, "text/html", """
            <html>
            <head><title>504 Gateway Time-out</title></head>
            <body>
            <center><h1>504 Gateway Time-out</h1></center>
            <hr><center>nginx</center>
            </body>
            </html>
            """.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));

    private Errors() {}

    static Reply render(Refused refused) {
        return switch (refused.reason()) {
            case INVALID -> error(400, refused.getMessage());
            case UNAUTHORIZED -> error(401, "Unauthorized");
            // The documentation's table has "403 account issue"; its words are not known.
            case FORBIDDEN -> error(403, refused.getMessage());
            case NO_SUCH_PREDICTION -> error(404, "Task not found");
            // Sources disagree: one client looks for this text with code 400, others and the docs expect a 404.
            case NO_SUCH_MODEL -> error(404, "model not found");
            case NO_SUCH_ROUTE, NO_SUCH_METHOD -> error(404, "Not Found");
            case EXISTS_ALREADY, CONFLICT -> error(409, refused.getMessage());
            case TOO_LARGE -> error(413, refused.getMessage());
            // Seen in users' logs of 2025; other clients expect a 402, without a capture.
            case NO_CREDIT -> error(400, "Insufficient credits. Please top up.");
            case TOO_MANY_AT_ONCE -> error(429, "You have reached your concurrency limit");
            case TOO_MANY_PER_MINUTE -> error(429, "Too many requests. Limits reset every minute.");
            case UNAVAILABLE -> error(503, refused.getMessage());
            case FAILING -> error(refused.status(), refused.getMessage());
            case GATEWAY_TIMEOUT -> GATEWAY_TIMEOUT;
            case INTERNAL -> error(500, "Internal server error");
        };
    }

    private static Reply error(int status, String message) {
        return Reply.json(status, Json.write(json -> {
            json.writeStartObject();
            json.writeNumberField("code", status);
            json.writeStringField("message", message);
            json.writeEndObject();
        }));
    }
}
