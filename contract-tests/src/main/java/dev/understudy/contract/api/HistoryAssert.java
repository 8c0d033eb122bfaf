package dev.understudy.contract.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;

/** Assertions about the life of one prediction. They never ask that a state was seen: a fast target may skip any. */
public final class HistoryAssert extends AbstractAssert<HistoryAssert, History> {
    HistoryAssert(History actual) {
        super(actual, HistoryAssert.class);
    }

    public HistoryAssert movedOnlyForward() {
        List<Status> statuses = actual.statuses();
        for (int i = 1; i < statuses.size(); i++) {
            Status before = statuses.get(i - 1);
            Status after = statuses.get(i);
            Assertions.assertThat(before.mayBecome(after))
                    .as("%s may follow %s in %s", after, before, statuses)
                    .isTrue();
        }
        return this;
    }

    public HistoryAssert completed() {
        ContractAssertions.assertThat(actual.last())
                .succeeded()
                .hasJson("/data/status", "\"completed\"")
                .hasJson("/data/error", "\"\"");
        return this;
    }

    /** A failure is a successful answer about a job that did not succeed: integer code, text, no outputs. */
    public HistoryAssert failed() {
        JsonNode end = actual.end();
        ContractAssertions.assertThat(actual.last())
                .succeeded()
                .hasJson("/data/status", "\"failed\"")
                .hasJson("/data/outputs", "[]");
        Assertions.assertThat(end.path("code").isInt())
                .as("integer data.code in: %s", actual.last())
                .isTrue();
        Assertions.assertThat(end.path("code").asInt())
                .as("data.code in: %s", actual.last())
                .isBetween(1200, 5999);
        Assertions.assertThat(end.path("error").asText())
                .as("data.error in: %s", actual.last())
                .isNotBlank();
        return this;
    }

    public HistoryAssert failedWith(int code) {
        failed();
        Assertions.assertThat(actual.end().path("code").asInt())
                .as("data.code in: %s", actual.last())
                .isEqualTo(code);
        return this;
    }

    /** What was made is told as the URL of one MP4 file. */
    public HistoryAssert outputsAreVideos() {
        Assertions.assertThat(actual.end().path("outputs"))
                .as("outputs in: %s", actual.last())
                .hasSize(1);
        ContractAssertions.assertThat(actual.last()).hasText("/data/outputs/0", "https?://[^?]+\\.mp4(\\?.*)?");
        return this;
    }

    /** Runs the check on each answer of the history. */
    public HistoryAssert eachAnswer(Consumer<Answer> check) {
        actual.answers().forEach(check);
        return this;
    }
}
