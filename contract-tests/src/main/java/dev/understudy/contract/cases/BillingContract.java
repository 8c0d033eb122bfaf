package dev.understudy.contract.cases;

import static dev.understudy.contract.api.ContractAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.contract.ContractCase;
import dev.understudy.contract.api.Answer;
import dev.understudy.contract.api.Api;
import dev.understudy.contract.api.Credential;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;

/** What was charged and what was used. Asking is free of charge. */
final class BillingContract {
    private static final String SEARCH = "/api/v3/billings/search";
    private static final String USAGE = "/api/v3/user/usage_stats";

    @ContractCase(
            id = "billings.charge",
            claims = {"BI-03", "BI-07"},
            cost = "1 x characters (shared)")
    void a_character_is_charged_a_tenth_of_a_cent_once(Api api) {
        String id = api.sharedCharacter().id();
        Answer answer = api.post(SEARCH, Map.of("billing_type", "deduct", "prediction_uuids", List.of(id)));

        assertThat(answer)
                .succeeded()
                .hasNumber("/data/items/0/price", "0.001")
                .hasJson("/data/items/0/billing_type", "\"deduct\"")
                .hasJson("/data/items/0/prediction/uuid", '"' + id + '"')
                .hasJson("/data/items/0/prediction/model_uuid", '"' + Api.CHARACTERS + '"');
        Assertions.assertThat(answer.data().path("items")).as("%s", answer).hasSize(1);
    }

    @ContractCase(
            id = "billings.no-refund-for-what-completed",
            claims = {"BI-04", "BI-07"},
            cost = "1 x characters (shared)")
    void what_completed_is_not_refunded(Api api) {
        String id = api.sharedCharacter().id();

        assertThat(api.post(SEARCH, Map.of("billing_type", "refund", "prediction_uuids", List.of(id))))
                .succeeded()
                .hasJson("/data/items", "[]");
    }

    @ContractCase(
            id = "billings.shape",
            claims = {"BI-07"},
            cost = "free")
    void a_search_gives_a_page_of_items(Api api) {
        Answer answer = api.post(SEARCH, Map.of("page", 1, "page_size", 1));

        assertThat(answer).succeeded().hasJson("/data/page", "1");
        Assertions.assertThat(answer.data().path("items").isArray())
                .as("%s", answer)
                .isTrue();
        Assertions.assertThat(answer.data().path("items").size())
                .as("%s", answer)
                .isLessThanOrEqualTo(1);
    }

    @ContractCase(
            id = "billings.times-in-milliseconds",
            claims = {"BI-08"},
            cost = "free")
    void a_search_takes_times_as_strings_of_milliseconds(Api api) {
        assertThat(api.post(SEARCH, Map.of("start_time", "1577836800000", "end_time", "1577923200000")))
                .succeeded()
                .hasJson("/data/items", "[]");
    }

    @ContractCase(
            id = "billings.too-large-a-page",
            claims = {"BI-07", "LI-08"},
            cost = "free")
    void a_page_of_101_is_refused(Api api) {
        assertThat(api.post(SEARCH, Map.of("page_size", 101))).refusedWith(400);
    }

    @ContractCase(
            id = "billings.missing-key",
            claims = {"AU-01", "AU-02"},
            cost = "free")
    void a_search_without_a_key_is_unauthorized(Api api) {
        assertThat(api.as(Credential.NONE).post(SEARCH, Map.of())).refusedWith(401);
    }

    @ContractCase(
            id = "usage.shape",
            claims = {"BI-11"},
            cost = "free")
    void usage_is_told_by_model_by_day_and_in_sum(Api api) {
        Answer answer = api.post(USAGE, range("2026-09-01T00:00:00Z", "2026-09-30T00:00:00Z"));

        assertThat(answer).succeeded();
        JsonNode data = answer.data();
        Assertions.assertThat(data.path("per_model_usage").isArray())
                .as("%s", answer)
                .isTrue();
        Assertions.assertThat(data.path("daily_usage").isArray())
                .as("%s", answer)
                .isTrue();
        Assertions.assertThat(data.at("/summary/total_cost").isNumber())
                .as("%s", answer)
                .isTrue();
        Assertions.assertThat(data.at("/summary/total_requests").isIntegralNumber())
                .as("%s", answer)
                .isTrue();
        Assertions.assertThat(data.at("/summary/success_requests").asInt())
                .as("%s", answer)
                .isLessThanOrEqualTo(data.at("/summary/total_requests").asInt());
    }

    @ContractCase(
            id = "usage.too-long-a-range",
            claims = {"BI-11", "ER-02"},
            cost = "free")
    void a_range_of_more_than_31_days_is_refused(Api api) {
        assertThat(api.post(USAGE, range("2026-08-01T00:00:00Z", "2026-09-30T00:00:00Z")))
                .refusedWith(400);
    }

    @ContractCase(
            id = "usage.missing-range",
            claims = {"BI-11", "ER-02"},
            cost = "free")
    void usage_needs_a_range(Api api) {
        assertThat(api.post(USAGE, Map.of())).refusedWith(400);
    }

    private static Map<String, Object> range(String start, String end) {
        return Map.of("start_time", start, "end_time", end);
    }
}
