package dev.understudy.contract.mutant;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What may be wrong with answers of every kind. */
final class AnswerDefects {
    private static final String WELCOME =
            "{\"code\":200,\"message\":\"success\",\"data\":{\"id\":\"1\",\"status\":\"created\"}}";

    private AnswerDefects() {}

    static Defect letsEverybodyIn() {
        return (reply, asked) -> reply.status() == 401 ? reply.with(200, WELCOME) : reply;
    }

    static Defect hidesErrorsInSuccess() {
        return (reply, asked) ->
                reply.status() == 400 ? reply.with(200, reply.json().toString()) : reply;
    }

    static Defect acceptsWhatLacksTheVideo() {
        return (reply, asked) -> asked.isSubmission() && !asked.json().has("video") ? reply.with(200, WELCOME) : reply;
    }

    static Defect hasTheCodeZero() {
        return (reply, asked) -> reply.status() == 200 ? reply.withRoot(root -> root.put("code", 0)) : reply;
    }

    static Defect hasNoContentType() {
        return (reply, asked) -> reply.isJson() ? new Reply(reply.status(), "", reply.body()) : reply;
    }

    static Defect wordsNotFoundInItsOwnWay() {
        return (reply, asked) -> reply.status() == 404 ? reply.with(404, "{\"error\":\"not found\"}") : reply;
    }

    static Defect saysNothingAboutLimits() {
        return (reply, asked) -> reply.status() == 429 ? reply.with(429, "{\"code\":429}") : reply;
    }

    static Defect tellsTheBalanceAsText() {
        return (reply, asked) -> reply.withData(data -> {
            if (data.has("balance")) {
                data.put("balance", data.path("balance").asText());
            }
        });
    }

    static Defect asksTwiceThePrice() {
        return (reply, asked) -> reply.withData(data -> {
            if (data.has("price")) {
                data.put("price", 2 * data.path("price").asDouble());
            }
        });
    }

    static Defect chargesTwice() {
        return (reply, asked) -> asked.path().equals("/api/v3/billings/search")
                ? reply.withData(data -> data.withArray("items").add(data.at("/items/0")))
                : reply;
    }

    static Defect hasAnEmptySecret() {
        return (reply, asked) ->
                asked.path().equals("/api/v3/webhook/secret") ? reply.withData(data -> data.put("secret", "")) : reply;
    }

    static Defect signsInAnotherWay() {
        return (reply, asked) -> asked.path().contains("/inbox/")
                ? reply.with(reply.status(), text(reply).replace("\"v3,", "\"v1,"))
                : reply;
    }

    static Defect forgetsAModel() {
        return (reply, asked) -> asked.path().equals("/api/v3/models")
                ? reply.with(200, text(reply).replace("openai/sora-2/characters", "openai/sora-2/personas"))
                : reply;
    }

    static Defect losesTheLastByteOfAFile() {
        return (reply, asked) -> reply.contentType().startsWith("video/")
                ? new Reply(reply.status(), reply.contentType(), Arrays.copyOf(reply.body(), reply.body().length - 1))
                : reply;
    }

    private static String text(Reply reply) {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }
}
