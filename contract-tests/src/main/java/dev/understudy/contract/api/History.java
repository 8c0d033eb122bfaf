package dev.understudy.contract.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * All answers about one prediction, from the submission to the first one with a terminal state.
 *
 * @param answers at least the submission
 */
public record History(List<Answer> answers) {
    public History {
        answers = List.copyOf(answers);
    }

    public String id() {
        return answers.get(0).data().path("id").asText();
    }

    /** The answer with the terminal state. */
    public Answer last() {
        return answers.get(answers.size() - 1);
    }

    /** {@code data} of the answer with the terminal state. */
    public JsonNode end() {
        return last().data();
    }

    List<Status> statuses() {
        return answers.stream()
                .map(answer -> Status.of(answer.data().path("status").asText()))
                .toList();
    }
}
