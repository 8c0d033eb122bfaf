package dev.understudy.contract.mutant;

import java.nio.charset.StandardCharsets;

/** What may be wrong with answers about videos and characters as OpenAI has them. */
final class VideoDefects {
    private VideoDefects() {}

    static Defect leavesOutWhatIsNull() {
        return (reply, asked) -> reply.withRoot(root -> root.remove("remixed_from_video_id"));
    }

    static Defect saysThatACharacterIsOne() {
        return (reply, asked) -> asked.path().startsWith("/v1/videos/characters")
                ? reply.withRoot(root -> root.put("object", "c"))
                : reply;
    }

    static Defect namesNoParameter() {
        return (reply, asked) -> reply.status() == 400 ? reply.replacing("\"param\":", "\"parameter\":") : reply;
    }

    static Defect tellsSecondsAsNumbers() {
        return (reply, asked) -> reply.withRoot(root -> {
            if (root.has("seconds")) {
                root.put("seconds", root.path("seconds").asInt());
            }
        });
    }

    static Defect doesNotSayThatThereIsMore() {
        return (reply, asked) -> reply.withRoot(root -> root.remove("has_more"));
    }

    static Defect forgetsWhatARemixIsMadeOf() {
        return (reply, asked) ->
                asked.path().endsWith("/remix") ? reply.withRoot(root -> root.putNull("remixed_from_video_id")) : reply;
    }

    static Defect signsAsAnotherProviderDoes() {
        return (reply, asked) -> asked.path().contains("/inbox/")
                ? reply.with(reply.status(), new String(reply.body(), StandardCharsets.UTF_8).replace("\"v1,", "\"v3,"))
                : reply;
    }

    static Defect hasAHalfHourBetweenEndAndExpiry() {
        return (reply, asked) -> reply.withRoot(root -> {
            if (root.path("completed_at").isIntegralNumber()) {
                root.put("expires_at", root.path("completed_at").asLong() + 1800);
            }
        });
    }
}
