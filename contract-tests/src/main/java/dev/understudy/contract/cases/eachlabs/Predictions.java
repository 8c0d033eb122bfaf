package dev.understudy.contract.cases.eachlabs;

import static dev.understudy.contract.api.ContractAssertions.assertThat;

import dev.understudy.contract.api.Answer;
import java.util.List;
import org.assertj.core.api.Assertions;

/** What can be said of every answer about a prediction. */
final class Predictions {
    static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";
    static final String NOBODYS = "00000000-0000-4000-8000-000000000000";

    private Predictions() {}

    /** The answer to a submission. */
    static void isAccepted(Answer created) {
        assertThat(created)
                .hasStatus(200)
                .hasJson("/status", "\"success\"")
                .hasJson("/message", "\"Prediction created successfully\"")
                .hasText("/predictionID", UUID);
    }

    /** The answer to a poll: all seven keys are there, those without a value as null. */
    static void isWhole(Answer poll) {
        assertThat(poll)
                .hasStatus(200)
                .hasText("/id", UUID)
                .hasText("/status", "created|starting|processing|success|error|cancelled")
                .hasJson("/logs", "null");
        hasKeys(poll, "", "id", "input", "logs", "status", "output", "metrics", "urls");
        hasKeys(poll, "/metrics", "predict_time", "cost");
        hasKeys(poll, "/urls", "cancel", "get");
    }

    /** These keys, in any order, and maybe others. */
    static void hasKeys(Answer answer, String pointer, String... keys) {
        Iterable<String> found = () -> answer.json().at(pointer).fieldNames();
        Assertions.assertThat(found).as("keys of '%s' in: %s", pointer, answer).contains(keys);
    }

    static String id(Answer created) {
        isAccepted(created);
        return created.json().path("predictionID").asText();
    }

    static Answer last(List<Answer> history) {
        return history.get(history.size() - 1);
    }
}
