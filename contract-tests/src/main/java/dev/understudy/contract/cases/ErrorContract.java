package dev.understudy.contract.cases;

import static dev.understudy.contract.api.ContractAssertions.assertThat;

import dev.understudy.contract.ContractCase;
import dev.understudy.contract.EmulatorOnly;
import dev.understudy.contract.api.Api;
import dev.understudy.contract.api.Credential;
import java.util.Map;

final class ErrorContract {
    @ContractCase(
            id = "errors.unknown-prediction",
            claims = {"ER-01", "ER-07"},
            cost = "free")
    void an_id_that_nobody_gave_is_not_found(Api api) {
        String id = "0123456789abcdef0123456789abcdef";

        assertThat(api.result(id)).refusedWith(404);
        assertThat(api.prediction(id)).refusedWith(404);
    }

    @ContractCase(
            id = "errors.malformed-prediction-id",
            claims = {"ER-01", "ER-07"},
            cost = "free")
    void an_id_of_no_known_shape_is_refused(Api api) {
        assertThat(api.result("not-an-id")).refusedWith(400, 404);
    }

    @ContractCase(
            id = "errors.unknown-model",
            claims = {"ER-04", "ER-07"},
            cost = "free")
    void a_model_that_does_not_exist_is_refused(Api api) {
        // Two sources, two statuses: 404 in the documentation, 400 in a client's pattern.
        assertThat(api.submit("openai/sora-2/no-such-model", Map.of("prompt", "A cat")))
                .refusedWith(400, 404);
    }

    @ContractCase(
            id = "errors.foreign-prediction",
            claims = {"ER-06"},
            cost = "1 x characters (shared)")
    @EmulatorOnly(reason = "it takes a second account")
    void the_prediction_of_another_account_is_not_found(Api api) {
        assertThat(api.as(Credential.OTHER_KEY).result(api.sharedCharacter().id()))
                .refusedWith(404);
    }
}
