package dev.understudy.contract.cases;

import static dev.understudy.contract.api.ContractAssertions.assertThat;

import dev.understudy.contract.ContractCase;
import dev.understudy.contract.api.Answer;
import dev.understudy.contract.api.Api;
import java.util.Map;

/** What a run of each model would cost. Asking is free of charge. */
final class PriceContract {
    private static final String PATH = "/api/v3/model/price";

    @ContractCase(
            id = "price.base",
            claims = {"MO-04"},
            cost = "free")
    void each_model_has_a_price_without_any_input(Api api) {
        Models.BASE_PRICES.forEach((model, usd) -> assertThat(price(api, model, Map.of()))
                .succeeded()
                .hasJson("/data/model_id", '"' + model + '"')
                .hasNumber("/data/price", usd));
    }

    @ContractCase(
            id = "price.shape",
            claims = {"MO-04"},
            cost = "free")
    void a_price_comes_with_its_discount_and_its_currency(Api api) {
        assertThat(price(api, Api.CHARACTERS, Map.of()))
                .succeeded()
                .hasNumber("/data/price", "0.001")
                .hasNumber("/data/discounted_price", "0.001")
                .hasJson("/data/currency", "\"USD\"");
    }

    @ContractCase(
            id = "price.by-duration",
            claims = {"MO-04", "MO-07"},
            cost = "free")
    void twice_as_long_costs_twice_as_much(Api api) {
        assertThat(price(api, Api.TEXT_TO_VIDEO, Map.of("prompt", "A cat", "duration", 8)))
                .succeeded()
                .hasNumber("/data/price", "0.8");
        assertThat(price(api, Models.IMAGE_TO_VIDEO, Map.of("duration", 12)))
                .succeeded()
                .hasNumber("/data/price", "1.2");
    }

    @ContractCase(
            id = "price.by-size",
            claims = {"MO-04", "MO-07"},
            cost = "free")
    void a_larger_picture_of_a_pro_model_costs_more(Api api) {
        assertThat(price(api, Models.TEXT_TO_VIDEO_PRO, Map.of("size", "720*1280", "duration", 4)))
                .succeeded()
                .hasNumber("/data/price", "1.2");
        assertThat(price(api, Models.TEXT_TO_VIDEO_PRO, Map.of("size", "1920*1080", "duration", 4)))
                .succeeded()
                .hasNumber("/data/price", "2");
        assertThat(price(api, Models.PRO_IMAGE_TO_VIDEO, Map.of("resolution", "1080p", "duration", 8)))
                .succeeded()
                .hasNumber("/data/price", "4");
    }

    @ContractCase(
            id = "price.older-shape",
            claims = {"MO-05"},
            cost = "free")
    void the_older_address_has_a_unit_price(Api api) {
        assertThat(api.post("/api/v3/model/pricing", Map.of("model_id", Api.CHARACTERS, "inputs", Map.of())))
                .succeeded()
                .hasJson("/data/model_id", '"' + Api.CHARACTERS + '"')
                .hasNumber("/data/unit_price", "0.001")
                .hasJson("/data/currency", "\"USD\"");
    }

    @ContractCase(
            id = "price.unknown-model",
            claims = {"MO-06", "ER-04"},
            cost = "free")
    void a_model_that_does_not_exist_has_no_price(Api api) {
        assertThat(price(api, "openai/sora-2/no-such-model", Map.of())).refusedWith(400, 404);
    }

    @ContractCase(
            id = "price.bad-value",
            claims = {"MO-06", "ER-02"},
            cost = "free")
    void a_value_that_is_not_offered_has_no_price(Api api) {
        assertThat(price(api, Api.TEXT_TO_VIDEO, Map.of("duration", 5))).refusedWith(400);
    }

    private static Answer price(Api api, String model, Map<String, Object> inputs) {
        return api.post(PATH, Map.of("model_id", model, "inputs", inputs));
    }
}
