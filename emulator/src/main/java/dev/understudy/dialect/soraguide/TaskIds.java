package dev.understudy.dialect.soraguide;

import dev.understudy.prediction.Prediction;
import dev.understudy.sandbox.Refused;
import dev.understudy.sandbox.Sandbox;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Jobs by the ids that callers know them under. Here they begin with {@code task_}; a caller may as well have an id
 * from another API over the same jobs, which are bare, are UUIDs or begin with {@code video_}. Some proxies put the
 * model and a colon in front.
 */
final class TaskIds {

    private static final String PREFIX = "task_";
    private static final Pattern WIRE = Pattern.compile("(?:[a-z0-9.-]{1,40}:)?(?:task_|video_)?([0-9a-fA-F-]{32,36})");
    private static final Pattern INTERNAL = Pattern.compile("[0-9a-f]{32}");

    private TaskIds() {}

    static String wire(Prediction job) {
        return PREFIX + job.id();
    }

    /** The id that the sandbox knows a job by; empty for what never was one. */
    static Optional<String> internal(String sent) {
        Matcher wire = WIRE.matcher(sent);
        return Optional.of(wire)
                .filter(Matcher::matches)
                .map(match -> match.group(1).replace("-", "").toLowerCase(Locale.ROOT))
                .filter(id -> INTERNAL.matcher(id).matches());
    }

    /** @throws Refused if the key has no such job, or has deleted it */
    static Prediction find(Sandbox sandbox, String sent) {
        return internal(sent)
                .flatMap(sandbox::prediction)
                .filter(job -> !job.isDeleted())
                .orElseThrow(TaskIds::unknown);
    }

    static Refused unknown() {
        return new Refused(
                Refused.Reason.NO_SUCH_PREDICTION,
                "this key has no such task; another key may have it, or it is too old");
    }
}
