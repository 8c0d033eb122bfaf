package dev.understudy.contract.cases.eachlabs;

import static dev.understudy.contract.api.ContractAssertions.assertThat;

import dev.understudy.contract.api.Answer;
import dev.understudy.contract.api.EachLabs;
import org.assertj.core.api.Assertions;

/** The ways in which the API says no. */
final class Refusal {
    private Refusal() {}

    /** As production refuses what the gateway itself has looked at. */
    static void withNothing(int status, Answer answer) {
        assertThat(answer).hasStatus(status).hasJson("", "{}");
    }

    /** As production and the documentation refuse the rest; the gateway adds a status. */
    static void with(int status, String error, Answer answer) {
        assertThat(answer).hasStatus(status).hasText("/error", error);
        if (answer.json().has("status")) {
            assertThat(answer).hasJson("/status", String.valueOf(status));
        }
    }

    /** Accepted and then failed, as the documentation has it, or refused at once. */
    static void soonerOrLater(EachLabs client, Answer submission) {
        if (submission.status() == 200) {
            Answer end = Predictions.last(client.follow(submission));
            assertThat(end).hasStatus(200).hasJson("/status", "\"error\"").hasNumber("/metrics/cost", "0");
        } else {
            assertThat(submission).hasStatus(400, 404, 422);
            Assertions.assertThat(submission.json().path("predictionID").isMissingNode())
                    .as("no prediction in: %s", submission)
                    .isTrue();
        }
    }
}
