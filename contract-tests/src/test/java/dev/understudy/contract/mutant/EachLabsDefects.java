package dev.understudy.contract.mutant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/** What may be wrong with answers as each::labs has them. */
final class EachLabsDefects {
    private static final String PREDICTION = "/v1/prediction";

    private EachLabsDefects() {}

    static Defect writesIdsWithoutDashes() {
        return (reply, asked) -> reply.withRoot(root -> {
            if (root.has("predictionID")) {
                root.put("predictionID", root.path("predictionID").asText().replace("-", ""));
            }
        });
    }

    static Defect saysWhatIsMissing() {
        return (reply, asked) ->
                reply.status() == 400 ? reply.with(400, "{\"error\":\"model field is required\"}") : reply;
    }

    static Defect answersWhatIsNoJsonWith400() {
        return (reply, asked) -> reply.status() == 422 ? reply.with(400, text(reply)) : reply;
    }

    static Defect letsEverybodyIn() {
        return (reply, asked) ->
                reply.status() == 401 ? reply.with(404, "{\"error\":\"Prediction not found\"}") : reply;
    }

    static Defect leavesOutWhatIsNull() {
        return (reply, asked) -> reply.withRoot(root -> root.remove("logs"));
    }

    static Defect callsAnErrorFailed() {
        return (reply, asked) -> reply.withRoot(root -> {
            if (root.path("status").asText().equals("error")) {
                root.put("status", "failed");
            }
        });
    }

    static Defect chargesForFailures() {
        return (reply, asked) -> reply.withRoot(root -> {
            if (root.path("status").asText().equals("error")) {
                ((ObjectNode) root.path("metrics")).put("cost", 0.4);
            }
        });
    }

    static Defect knowsWhatCannotBeCalledOff() {
        return (reply, asked) ->
                asked.path().endsWith("/cancel") ? reply.with(404, "{\"status\":404,\"error\":\"not found\"}") : reply;
    }

    static Defect putsModelsIntoAnEnvelope() {
        return (reply, asked) ->
                asked.path().equals("/v1/models") ? reply.with(200, "{\"models\":" + text(reply) + "}") : reply;
    }

    static Defect doesNotCount() {
        return (reply, asked) -> reply.withRoot(root -> root.remove("total_count"));
    }

    static Defect doesNotSayWhichLimitWasMet() {
        return (reply, asked) -> reply.withRoot(root -> root.remove("details"));
    }

    static Defect takesAnyTicket() {
        return (reply, asked) -> asked.path().equals("/v1/upload/presign")
                ? reply.with(200, "{\"id\":\"" + "0".repeat(32) + "\"}")
                : reply;
    }

    static Defect losesTheSecret() {
        return (reply, asked) -> told(reply, asked, "\"x-webhook-secret\"", "\"x-webhook-signature\"");
    }

    static Defect tellsSuccessInTheWordsOfPolls() {
        return (reply, asked) -> told(reply, asked, "succeeded", "success");
    }

    static Defect keepsNoAttempts() {
        return (reply, asked) ->
                asked.path().startsWith("/v1/webhooks/") ? reply.withRoot(root -> root.putArray("attempts")) : reply;
    }

    static Defect makesTheSamePredictionTwice() {
        return (reply, asked) -> asked.isCall("POST", PREDICTION)
                ? reply.withRoot(root -> root.put("predictionID", "1e44fdd0-a565-4f59-908c-c4625dfe5395"))
                : reply;
    }

    private static Reply told(Reply reply, Asked asked, String word, String other) {
        return asked.path().contains("/inbox/")
                ? reply.with(reply.status(), text(reply).replace(word, other))
                : reply;
    }

    private static String text(Reply reply) {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }
}
