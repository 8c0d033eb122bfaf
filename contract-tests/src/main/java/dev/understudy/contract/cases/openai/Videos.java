package dev.understudy.contract.cases.openai;

import static dev.understudy.contract.api.ContractAssertions.assertThat;

import dev.understudy.contract.api.Answer;
import org.assertj.core.api.Assertions;

/** What can be said of every answer that is a video. */
final class Videos {
    private static final String[] KEYS = {
        "id",
        "object",
        "model",
        "status",
        "progress",
        "created_at",
        "completed_at",
        "expires_at",
        "prompt",
        "size",
        "seconds",
        "remixed_from_video_id",
        "error"
    };

    private Videos() {}

    /** All keys are there, those without a value as null. */
    static void isWhole(Answer answer) {
        assertThat(answer)
                .hasStatus(200)
                .hasText("/id", "video_[0-9a-f]{32,48}")
                .hasJson("/object", "\"video\"")
                .hasJson("/status", "\"queued\"", "\"in_progress\"", "\"completed\"", "\"failed\"")
                .hasText("/seconds", "\\d+")
                .hasText("/size", "\\d+x\\d+");
        Assertions.assertThat(answer.json().path("created_at").isIntegralNumber())
                .as("created_at in: %s", answer)
                .isTrue();
        Assertions.assertThat(answer.json().path("progress").asInt(-1))
                .as("progress in: %s", answer)
                .isBetween(0, 100);
        Assertions.assertThat(answer.json().fieldNames())
                .toIterable()
                .as("keys of: %s", answer)
                .contains(KEYS);
    }

    static String id(Answer answer) {
        return answer.json().path("id").asText();
    }
}
