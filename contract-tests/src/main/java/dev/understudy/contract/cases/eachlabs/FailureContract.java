package dev.understudy.contract.cases.eachlabs;

import static dev.understudy.contract.api.ContractAssertions.assertThat;

import dev.understudy.contract.ContractCase;
import dev.understudy.contract.EmulatorOnly;
import dev.understudy.contract.api.Answer;
import dev.understudy.contract.api.Control;
import dev.understudy.contract.api.EachLabs;
import java.time.Duration;

/** Predictions that come to nothing. */
final class FailureContract {
    private static final String CODES = "PROVIDER_(REJECTED|BAD_REQUEST|FAILED|RATE_LIMIT|AUTH_ERROR|SERVER_ERROR)"
            + "|INPUT_(VALIDATION|DOWNLOAD)_ERROR|NETWORK_ERROR|EXECUTION_TIMEOUT";
    private static final String CATEGORIES = "VALIDATION|PROVIDER|AUTH|RATE_LIMIT|NETWORK|TIMEOUT|INTERNAL|UNKNOWN";

    @ContractCase(
            id = "eachlabs.failure.status",
            claims = {"EL-51", "EL-36"},
            cost = "unpriced")
    void a_bad_clip_is_an_error_and_costs_nothing(EachLabs client) {
        Answer end = Predictions.last(client.sharedFailure());

        Predictions.isWhole(end);
        assertThat(end).hasJson("/status", "\"error\"").hasNumber("/metrics/cost", "0");
    }

    @ContractCase(
            id = "eachlabs.failure.object",
            claims = {"EL-35", "EL-38"},
            cost = "unpriced")
    void the_output_of_a_failure_is_an_object_that_says_what_went_wrong(EachLabs client) {
        Answer end = Predictions.last(client.sharedFailure());

        isFailure(end);
        assertThat(end).hasJson("/output/model_slug", "\"sora-2-characters\"");
    }

    @ContractCase(
            id = "eachlabs.failure.same-id",
            claims = {"EL-35"},
            cost = "unpriced")
    void the_execution_that_failed_is_the_prediction(EachLabs client) {
        Answer end = Predictions.last(client.sharedFailure());

        assertThat(end).hasJson("/output/execution_id", end.json().path("id").toString());
    }

    @ContractCase(
            id = "eachlabs.failure.of-provider",
            claims = {"EL-37", "EL-35", "EL-36"},
            cost = "free")
    @EmulatorOnly(reason = "a failure of the service cannot be asked for")
    void a_failure_behind_the_gateway_is_the_providers(EachLabs client, Control control) {
        control.freeze();
        control.strikeNext("fails");
        Answer created = client.createVideo();
        control.advance(Duration.ofMinutes(30));

        Answer end = Predictions.last(client.follow(created));
        isFailure(end);
        assertThat(end)
                .hasJson("/output/classification/category", "\"PROVIDER\"")
                .hasJson("/output/error_code", "\"PROVIDER_FAILED\"")
                .hasJson("/output/error_step", "\"poll\"")
                .hasJson("/output/provider_error_code", "\"failed\"")
                .hasNumber("/metrics/cost", "0");
        control.allStruck();
    }

    private static void isFailure(Answer end) {
        Predictions.isWhole(end);
        Predictions.hasKeys(
                end,
                "/output",
                "classification",
                "error",
                "error_code",
                "error_message",
                "error_step",
                "execution_id",
                "model_id",
                "model_slug",
                "provider",
                "retryable",
                "status",
                "success");
        assertThat(end)
                .hasJson("/status", "\"error\"")
                .hasText("/output/classification/category", CATEGORIES)
                .hasJson("/output/error", "\"Execution failed\"")
                .hasText("/output/error_code", CODES)
                .hasText("/output/error_message", ".+")
                .hasText("/output/model_id", "[0-9a-f-]{36}")
                .hasJson("/output/retryable", "true", "false")
                .hasJson("/output/status", "\"ERROR\"")
                .hasJson("/output/success", "false");
    }
}
