package dev.understudy.contract.cases.eachlabs;

import static dev.understudy.contract.api.ContractAssertions.assertThat;

import dev.understudy.contract.ContractCase;
import dev.understudy.contract.api.Answer;
import dev.understudy.contract.api.Clip;
import dev.understudy.contract.api.EachLabs;
import java.util.Map;
import org.assertj.core.api.Assertions;

/** Creation that is answered when the prediction has ended, by models that can do that; which ones can, nobody has said. */
final class RunContract {
    private static final String RUN = "/prediction/run";

    @ContractCase(
            id = "eachlabs.run.answer",
            claims = {"EL-50", "EL-63", "EL-45"},
            cost = "unpriced")
    void a_run_has_the_output_in_its_answer_or_is_a_bad_request(EachLabs client) {
        Answer answer = run(client, Clip.THREE_SECONDS);

        if (isRun(answer)) {
            Predictions.hasKeys(answer, "", "status", "message", "predictionID", "output", "error");
            assertThat(answer)
                    .hasJson("/status", "\"success\"")
                    .hasJson("/message", "\"Prediction completed successfully\"")
                    .hasText("/predictionID", Predictions.UUID)
                    .hasText("/output/id", ".+")
                    .hasJson("/error", "\"\"");
        }
    }

    @ContractCase(
            id = "eachlabs.run.can-be-polled",
            claims = {"EL-50", "EL-63", "EL-24"},
            cost = "unpriced")
    void what_was_run_is_a_prediction_like_any_other(EachLabs client) {
        Answer answer = run(client, Clip.THREE_SECONDS);

        if (isRun(answer)) {
            Answer poll = client.prediction(answer.json().path("predictionID").asText());
            Predictions.isWhole(poll);
            assertThat(poll)
                    .hasJson("/status", "\"success\"")
                    .hasJson("/output", answer.json().path("output").toString());
        }
    }

    @ContractCase(
            id = "eachlabs.run.failure",
            claims = {"EL-63", "EL-45"},
            cost = "unpriced")
    void a_run_that_comes_to_nothing_has_failed_in_its_own_words(EachLabs client) {
        Answer answer = run(client, Clip.NOT_A_VIDEO);

        if (isRun(answer)) {
            assertThat(answer).hasJson("/status", "\"failed\"").hasText("/error", ".+");
        }
    }

    @ContractCase(
            id = "eachlabs.run.missing-model",
            claims = {"EL-53", "EL-50"},
            cost = "unpriced")
    void a_run_needs_a_model_as_well(EachLabs client) {
        Refusal.withNothing(400, client.requests().post(RUN, Map.of("input", Map.of())));
    }

    private static boolean isRun(Answer answer) {
        assertThat(answer).hasStatus(200, 400);
        boolean isRun = answer.status() == 200;
        Assertions.assertThat(answer.json().has("predictionID"))
                .as("whether there is a prediction in: %s", answer)
                .isEqualTo(isRun);
        return isRun;
    }

    private static Answer run(EachLabs client, Clip clip) {
        Map<String, Object> input = Map.of("video_url", client.urlOf(clip), "name", client.uniqueName("Run"));
        return client.requests().post(RUN, Map.of("model", EachLabs.CHARACTERS, "input", input));
    }
}
