package dev.understudy.contract.cases;

import static dev.understudy.contract.api.ContractAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.contract.ContractCase;
import dev.understudy.contract.api.Answer;
import dev.understudy.contract.api.Api;
import java.time.Instant;
import org.assertj.core.api.Assertions;

/** How a prediction lives, looked at on one character. */
final class LifecycleContract {
    private static final int RE_READS = 3;

    @ContractCase(
            id = "predictions.lifecycle.forward-only",
            claims = {"PR-03", "PR-05"},
            cost = "1 x characters (shared)")
    void a_prediction_moves_only_forward_and_completes(Api api) {
        assertThat(api.sharedCharacter()).movedOnlyForward().completed();
    }

    @ContractCase(
            id = "predictions.lifecycle.terminal-is-stable",
            claims = {"PR-06"},
            cost = "1 x characters (shared)")
    void a_prediction_that_has_ended_stays_as_it_is(Api api) {
        Answer end = api.sharedCharacter().last();

        for (int i = 0; i < RE_READS; i++) {
            Answer again = api.result(api.sharedCharacter().id());
            Assertions.assertThat(again.json()).as("%s", again).isEqualTo(end.json());
        }
    }

    @ContractCase(
            id = "predictions.lifecycle.both-addresses-agree",
            claims = {"PR-01", "PR-02"},
            cost = "1 x characters (shared)")
    void the_short_and_the_long_address_give_the_same_answer(Api api) {
        String id = api.sharedCharacter().id();
        Answer shorter = api.prediction(id);

        assertThat(shorter).succeeded();
        Assertions.assertThat(shorter.json()).isEqualTo(api.result(id).json());
    }

    @ContractCase(
            id = "predictions.lifecycle.identity",
            claims = {"PR-01", "SB-03"},
            cost = "1 x characters (shared)")
    void the_id_the_model_and_the_result_url_never_change(Api api) {
        JsonNode submitted = api.sharedCharacter().answers().get(0).data();

        assertThat(api.sharedCharacter())
                .eachAnswer(answer -> assertThat(answer)
                        .succeeded()
                        .hasJson("/data/id", submitted.path("id").toString())
                        .hasJson("/data/model", submitted.path("model").toString())
                        .hasJson("/data/urls", submitted.path("urls").toString()));
    }

    @ContractCase(
            id = "predictions.lifecycle.no-early-outputs",
            claims = {"PR-10"},
            cost = "1 x characters (shared)")
    void outputs_stay_empty_until_completion(Api api) {
        assertThat(api.sharedCharacter()).eachAnswer(answer -> {
            if (!answer.data().path("status").asText().equals("completed")) {
                assertThat(answer).hasJson("/data/outputs", "[]");
            }
        });
    }

    @ContractCase(
            id = "predictions.outputs.character-shape",
            claims = {"CH-11", "CH-13"},
            cost = "1 x characters (shared)")
    void the_output_is_one_object_with_the_id_and_the_name(Api api) {
        Answer end = api.sharedCharacter().last();

        Assertions.assertThat(end.data().path("outputs").isArray())
                .as("%s", end)
                .isTrue();
        Assertions.assertThat(end.data().path("outputs")).as("%s", end).hasSize(1);
        assertThat(end)
                .hasKeysInOrder("/data/outputs/0", "id", "name")
                .hasText("/data/outputs/0/id", "char_[0-9a-f]{32}")
                .hasText("/data/outputs/0/name", "contract-Joe-.*");
    }

    @ContractCase(
            id = "predictions.outputs.nsfw-flags",
            claims = {"PR-11"},
            cost = "1 x characters (shared)")
    void there_is_one_flag_for_each_output_or_none_at_all(Api api) {
        assertThat(api.sharedCharacter().last()).hasJson("/data/has_nsfw_contents", "[false]", "[true]", "null");
    }

    @ContractCase(
            id = "predictions.lifecycle.timestamps",
            claims = {"PR-07"},
            cost = "1 x characters (shared)")
    void the_time_of_creation_is_rfc_3339_in_utc_and_does_not_move(Api api) {
        long submitted = createdAt(api.sharedCharacter().answers().get(0));

        assertThat(api.sharedCharacter())
                .eachAnswer(answer ->
                        // Submissions were captured with milliseconds, results with nanoseconds.
                        Assertions.assertThat(createdAt(answer))
                                .as("%s", answer)
                                .isEqualTo(submitted));
    }

    @ContractCase(
            id = "predictions.lifecycle.execution-time",
            claims = {"PR-08"},
            cost = "1 x characters (shared)")
    void the_execution_time_is_the_inference_time_in_whole_milliseconds(Api api) {
        assertThat(api.sharedCharacter()).eachAnswer(answer -> {
            JsonNode time = answer.data().path("executionTime");
            Assertions.assertThat(time.isIntegralNumber()).as("%s", answer).isTrue();
            Assertions.assertThat(time.asLong()).as("%s", answer).isNotNegative();
            assertThat(answer).hasJson("/data/timings/inference", time.toString());
        });
    }

    @ContractCase(
            id = "predictions.lifecycle.failed-carries-error",
            claims = {"PR-09", "PR-10"},
            cost = "1 x characters (shared failure)")
    void a_failure_has_an_integer_code_a_text_and_no_outputs(Api api) {
        assertThat(api.sharedFailure()).movedOnlyForward().failed();
    }

    @ContractCase(
            id = "predictions.lifecycle.failure-is-stable",
            claims = {"PR-06", "PR-09"},
            cost = "1 x characters (shared failure)")
    void a_prediction_that_has_failed_stays_as_it_is(Api api) {
        Answer end = api.sharedFailure().last();
        Answer again = api.result(api.sharedFailure().id());

        Assertions.assertThat(again.json()).as("%s", again).isEqualTo(end.json());
    }

    @ContractCase(
            id = "predictions.lifecycle.older-address",
            claims = {"OC-01", "PR-01"},
            cost = "1 x characters (shared)")
    void the_older_address_tells_how_the_prediction_ended(Api api) {
        Answer older = api.get("/api/v2/predictions/" + api.sharedCharacter().id() + "/result");

        assertThat(older)
                .succeeded()
                .hasJson("/data/status", "\"completed\"")
                .hasJson(
                        "/data/outputs",
                        api.sharedCharacter().end().path("outputs").toString());
    }

    private static long createdAt(Answer answer) {
        assertThat(answer).hasText("/data/created_at", "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?Z");
        return Instant.parse(answer.data().path("created_at").asText()).toEpochMilli();
    }
}
