package dev.understudy.contract.cases.openai;

import static dev.understudy.contract.api.ContractAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.contract.api.Answer;
import org.assertj.core.api.Assertions;

/** The one shape of all errors: {@code {"error":{"message":…,"type":…,"param":…,"code":…}}}, with null for what is not said. */
final class Refusal {
    private Refusal() {}

    static void with(Answer answer, Integer... statuses) {
        assertThat(answer).hasStatus(statuses).hasText("/error/message", ".+").hasText("/error/type", "[a-z_]+");
        JsonNode error = answer.json().path("error");
        Assertions.assertThat(error.fieldNames()).toIterable().as("%s", answer).contains("param", "code");
    }

    /** An error about one parameter. */
    static void of(String param, Answer answer) {
        with(answer, 400);
        assertThat(answer)
                .hasJson("/error/type", "\"invalid_request_error\"")
                .hasJson("/error/param", '"' + param + '"');
    }
}
