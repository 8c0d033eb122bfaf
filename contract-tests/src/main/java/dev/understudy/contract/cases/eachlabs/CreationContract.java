package dev.understudy.contract.cases.eachlabs;

import static dev.understudy.contract.api.ContractAssertions.assertThat;

import dev.understudy.contract.ContractCase;
import dev.understudy.contract.api.Answer;
import dev.understudy.contract.api.EachLabs;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.Assertions;

/** What starts a prediction, and what does not. */
final class CreationContract {
    private static final Map<String, Object> INPUT = Map.of("prompt", "A figure walks");

    @ContractCase(
            id = "eachlabs.create.accepted",
            claims = {"EL-10", "EL-11"},
            cost = "unpriced")
    void a_prediction_is_created_with_a_random_uuid(EachLabs client) {
        Answer created = client.create(EachLabs.TEXT_TO_VIDEO, INPUT);

        Predictions.isAccepted(created);
        assertThat(created).hasKeysInAnyOrder("", "status", "message", "predictionID");
    }

    @ContractCase(
            id = "eachlabs.create.trailing-slash",
            claims = {"EL-12", "EL-10"},
            cost = "unpriced")
    void a_slash_at_the_end_of_the_address_changes_nothing(EachLabs client) {
        Predictions.isAccepted(client.requests()
                .post("/prediction/", Map.of("model", EachLabs.TEXT_TO_VIDEO, "version", "0.0.1", "input", INPUT)));
    }

    @ContractCase(
            id = "eachlabs.create.any-version",
            claims = {"EL-13", "EL-10"},
            cost = "unpriced")
    void any_version_will_do(EachLabs client) {
        for (Object version : new Object[] {"0.0.1", "99.0.0", "", 7}) {
            Predictions.isAccepted(client.requests()
                    .post("/prediction", Map.of("model", EachLabs.TEXT_TO_VIDEO, "version", version, "input", INPUT)));
        }
    }

    @ContractCase(
            id = "eachlabs.create.not-deduplicated",
            claims = {"EL-15", "EL-11"},
            cost = "unpriced")
    void the_same_submission_twice_makes_two_predictions(EachLabs client) {
        String first = Predictions.id(client.create(EachLabs.TEXT_TO_VIDEO, INPUT));
        String second = Predictions.id(client.create(EachLabs.TEXT_TO_VIDEO, INPUT));

        Assertions.assertThat(second).isNotEqualTo(first);
    }

    @ContractCase(
            id = "eachlabs.create.missing-model",
            claims = {"EL-53"},
            cost = "unpriced")
    void without_a_model_it_is_refused_without_a_word(EachLabs client) {
        Refusal.withNothing(400, client.requests().post("/prediction", Map.of("input", INPUT)));
    }

    @ContractCase(
            id = "eachlabs.create.missing-input",
            claims = {"EL-53"},
            cost = "unpriced")
    void without_an_input_it_is_refused_without_a_word(EachLabs client) {
        Refusal.withNothing(400, client.requests().post("/prediction", Map.of("model", EachLabs.TEXT_TO_VIDEO)));
    }

    @ContractCase(
            id = "eachlabs.create.malformed-json",
            claims = {"EL-20"},
            cost = "unpriced")
    void a_body_that_is_not_json_cannot_be_processed(EachLabs client) {
        Refusal.withNothing(422, client.requests().postText("/prediction", "application/json", "{\"model\": "));
    }

    @ContractCase(
            id = "eachlabs.create.unknown-model",
            claims = {"EL-21"},
            cost = "unpriced")
    void a_model_that_does_not_exist_makes_nothing(EachLabs client) {
        Refusal.soonerOrLater(client, client.create("sora-2-no-such-model", INPUT));
    }

    @ContractCase(
            id = "eachlabs.create.bad-input",
            claims = {"EL-16", "EL-51"},
            cost = "unpriced")
    void what_is_wrong_with_an_input_shows_in_a_poll(EachLabs client) {
        Map<String, Object> input = new HashMap<>(INPUT);
        input.put("duration", 7);
        Answer created = client.create(EachLabs.TEXT_TO_VIDEO, input);

        Predictions.isAccepted(created);
        assertThat(Predictions.last(client.follow(created)))
                .hasJson("/status", "\"error\"")
                .hasNumber("/metrics/cost", "0");
    }
}
