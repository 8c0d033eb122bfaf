package dev.understudy.contract.cases.eachlabs;

import static dev.understudy.contract.api.ContractAssertions.assertThat;

import dev.understudy.contract.ContractCase;
import dev.understudy.contract.EmulatorOnly;
import dev.understudy.contract.api.Answer;
import dev.understudy.contract.api.Control;
import dev.understudy.contract.api.EachLabs;
import java.time.Duration;

/** Calling a prediction off. The time stands still, so none has ended before that. */
final class CancelContract {
    private static final String A_RACE = "a job of the real service may end before it is called off";

    @ContractCase(
            id = "eachlabs.cancel.answer",
            claims = {"EL-55"},
            cost = "free")
    @EmulatorOnly(reason = A_RACE)
    void calling_off_succeeds_and_says_so_with_success(EachLabs client, Control control) {
        control.freeze();
        String id = Predictions.id(client.createVideo());

        assertThat(cancel(client, id))
                .hasStatus(200)
                .hasJson("/status", "\"success\"")
                .hasJson("/message", "\"Prediction canceled successfully\"")
                .hasJson("/predictionID", '"' + id + '"');
    }

    @ContractCase(
            id = "eachlabs.cancel.effect",
            claims = {"EL-42", "EL-51"},
            cost = "free")
    @EmulatorOnly(reason = A_RACE)
    void what_was_called_off_has_no_output_and_costs_nothing_however_long_one_waits(EachLabs client, Control control) {
        control.freeze();
        String id = Predictions.id(client.createVideo());
        cancel(client, id);
        isCancelled(client.prediction(id));

        control.advance(Duration.ofHours(1));

        isCancelled(client.prediction(id));
    }

    @ContractCase(
            id = "eachlabs.cancel.unknown",
            claims = {"EL-57"},
            cost = "unpriced")
    void calling_off_what_nobody_made_is_a_failure_of_the_gateway(EachLabs client) {
        assertThat(cancel(client, Predictions.NOBODYS)).hasStatus(500);
    }

    private static void isCancelled(Answer poll) {
        Predictions.isWhole(poll);
        assertThat(poll)
                .hasJson("/status", "\"cancelled\"")
                .hasJson("/output", "null")
                .hasNumber("/metrics/cost", "0");
    }

    private static Answer cancel(EachLabs client, String id) {
        return client.requests().post("/prediction/" + id + "/cancel");
    }
}
