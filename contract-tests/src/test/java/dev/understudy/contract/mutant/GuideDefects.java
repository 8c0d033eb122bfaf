package dev.understudy.contract.mutant;

import java.util.Set;

/** What may be wrong with answers of the guide's API. */
final class GuideDefects {
    private static final Set<String> CHARACTERS = Set.of("/v1/sora/characters", "/sora/v1/characters");

    private GuideDefects() {}

    static Defect hasNoCharacterId() {
        return (reply, asked) -> reply.withRoot(root -> root.remove("character_id"));
    }

    static Defect writesIdsAsOthersDo() {
        return (reply, asked) -> CHARACTERS.contains(asked.path()) ? reply.replacing("\"ch_", "\"char_") : reply;
    }

    static Defect hasNoPage() {
        return (reply, asked) -> reply.withRoot(root -> root.remove("permalink"));
    }

    static Defect takesAnyTimestamps() {
        return (reply, asked) -> reply.status() == 400 && CHARACTERS.contains(asked.path())
                ? reply.with(200, "{\"id\":\"ch_1\",\"character_id\":\"ch_1\"}")
                : reply;
    }

    static Defect knowsEverybodyWhoIsMentioned() {
        return (reply, asked) -> reply.status() == 400 && asked.path().endsWith("/generations")
                ? reply.with(200, "{\"id\":\"task_1\",\"task_id\":\"task_1\",\"status\":\"queued\"}")
                : reply;
    }

    static Defect callsATaskByOneNameOnly() {
        return (reply, asked) -> reply.withRoot(root -> root.remove("task_id"));
    }

    static Defect isNeverQuiteDone() {
        return (reply, asked) -> reply.withRoot(root -> {
            if (root.path("progress").asInt() == 100) {
                root.put("progress", 99);
            }
        });
    }

    static Defect failsWithoutAWord() {
        return (reply, asked) -> reply.withRoot(root -> {
            if (root.path("status").asText().equals("failed")) {
                root.putNull("error");
            }
        });
    }
}
