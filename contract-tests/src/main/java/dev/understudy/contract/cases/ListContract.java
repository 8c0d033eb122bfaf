package dev.understudy.contract.cases;

import static dev.understudy.contract.api.ContractAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.contract.ContractCase;
import dev.understudy.contract.api.Answer;
import dev.understudy.contract.api.Api;
import dev.understudy.contract.api.Credential;
import java.util.Map;
import org.assertj.core.api.Assertions;

/** The list of an account's predictions. Asking is free of charge; the shared character is what there is to find. */
final class ListContract {
    private static final String PATH = "/api/v3/predictions";

    @ContractCase(
            id = "predictions.list.shape",
            claims = {"LI-01"},
            cost = "free")
    void a_list_is_a_page_of_items(Api api) {
        Answer answer = api.post(PATH, Map.of("page", 1, "page_size", 5));

        assertThat(answer).succeeded().hasJson("/data/page", "1");
        Assertions.assertThat(answer.data().path("items").isArray())
                .as("%s", answer)
                .isTrue();
        Assertions.assertThat(answer.data().path("items").size())
                .as("%s", answer)
                .isLessThanOrEqualTo(5);
    }

    @ContractCase(
            id = "predictions.list.without-a-body",
            claims = {"LI-01"},
            cost = "free")
    void a_list_needs_no_parameter(Api api) {
        assertThat(api.post(PATH, Map.of())).succeeded().hasJson("/data/page", "1");
    }

    @ContractCase(
            id = "predictions.list.missing-key",
            claims = {"AU-01", "AU-02"},
            cost = "free")
    void a_list_without_a_key_is_unauthorized(Api api) {
        assertThat(api.as(Credential.NONE).post(PATH, Map.of())).refusedWith(401);
    }

    @ContractCase(
            id = "predictions.list.item-is-the-prediction",
            claims = {"LI-01", "PR-01"},
            cost = "1 x characters (shared)")
    void what_was_made_is_listed_as_a_poll_tells_it(Api api) {
        JsonNode end = api.sharedCharacter().end();
        Answer answer = api.post(PATH, Map.of("model", Api.CHARACTERS, "status", "completed", "page_size", 100));

        assertThat(answer)
                .succeeded()
                .hasSome("/data/items", "/id", end.path("id").asText());
        answer.data().path("items").forEach(item -> {
            if (item.path("id").equals(end.path("id"))) {
                Assertions.assertThat(item.path("outputs")).isEqualTo(end.path("outputs"));
                Assertions.assertThat(item.path("status")).isEqualTo(end.path("status"));
            }
        });
    }

    @ContractCase(
            id = "predictions.list.paging",
            claims = {"LI-01"},
            cost = "1 x characters (shared)")
    void a_page_has_what_the_page_before_has_not(Api api) {
        String newest = api.sharedCharacter().id();
        Answer first = api.post(PATH, Map.of("page", 1, "page_size", 1));
        Answer second = api.post(PATH, Map.of("page", 2, "page_size", 1));

        assertThat(first).succeeded().hasJson("/data/page", "1");
        Assertions.assertThat(first.data().path("items"))
                .as("%s after %s", first, newest)
                .hasSize(1);
        assertThat(second)
                .succeeded()
                .hasJson("/data/page", "2")
                .hasNone("/data/items", "/id", first.data().at("/items/0/id").asText());
    }

    @ContractCase(
            id = "predictions.list.by-status",
            claims = {"LI-01"},
            cost = "1 x characters (shared) + 1 x characters (shared failure)")
    void a_status_narrows_the_list_down(Api api) {
        String completed = api.sharedCharacter().id();
        String failed = api.sharedFailure().id();
        Answer answer = api.post(PATH, Map.of("status", "failed", "page_size", 100));

        assertThat(answer)
                .succeeded()
                .hasOnly("/data/items", "/status", "failed")
                .hasSome("/data/items", "/id", failed)
                .hasNone("/data/items", "/id", completed);
    }

    @ContractCase(
            id = "predictions.list.by-model",
            claims = {"LI-01"},
            cost = "1 x characters (shared)")
    void a_model_narrows_the_list_down(Api api) {
        String id = api.sharedCharacter().id();

        assertThat(api.post(PATH, Map.of("model", Api.CHARACTERS, "page_size", 100)))
                .succeeded()
                .hasOnly("/data/items", "/model", Api.CHARACTERS)
                .hasSome("/data/items", "/id", id);
        assertThat(api.post(PATH, Map.of("model", Api.TEXT_TO_VIDEO, "page_size", 100)))
                .succeeded()
                .hasNone("/data/items", "/id", id);
    }

    @ContractCase(
            id = "predictions.list.by-time",
            claims = {"LI-01"},
            cost = "1 x characters (shared)")
    void a_time_narrows_the_list_down(Api api) {
        String id = api.sharedCharacter().id();

        assertThat(api.post(PATH, Map.of("created_before", "2020-01-01T00:00:00Z")))
                .succeeded()
                .hasJson("/data/items", "[]");
        assertThat(api.post(PATH, Map.of("created_after", "2020-01-01T00:00:00Z", "page_size", 100)))
                .succeeded()
                .hasSome("/data/items", "/id", id);
    }

    @ContractCase(
            id = "predictions.list.with-inputs",
            claims = {"LI-03"},
            cost = "1 x characters (shared)")
    void an_item_has_its_input_when_asked_for(Api api) {
        JsonNode end = api.sharedCharacter().end();
        Answer answer = api.post(PATH, Map.of("model", Api.CHARACTERS, "page_size", 100, "include_inputs", true));

        assertThat(answer).succeeded();
        answer.data().path("items").forEach(item -> {
            if (item.path("id").equals(end.path("id"))) {
                JsonNode input = item.has("input") ? item.path("input") : item.path("inputs");
                Assertions.assertThat(input.path("name"))
                        .as("name of the input in: %s", answer)
                        .isEqualTo(end.at("/outputs/0/name"));
            }
        });
    }

    @ContractCase(
            id = "predictions.list.too-large-a-page",
            claims = {"LI-08", "ER-02"},
            cost = "free")
    void a_page_of_101_is_refused(Api api) {
        assertThat(api.post(PATH, Map.of("page_size", 101))).refusedWith(400);
    }

    @ContractCase(
            id = "predictions.list.by-query",
            claims = {"LI-02"},
            cost = "free")
    void a_list_can_be_got_with_a_query_too(Api api) {
        assertThat(api.get(PATH + "?page=1&page_size=1")).succeeded().hasJson("/data/page", "1");
    }
}
