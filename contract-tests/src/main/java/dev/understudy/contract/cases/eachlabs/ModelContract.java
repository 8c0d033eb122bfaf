package dev.understudy.contract.cases.eachlabs;

import static dev.understudy.contract.api.ContractAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.contract.ContractCase;
import dev.understudy.contract.api.Answer;
import dev.understudy.contract.api.EachLabs;
import org.assertj.core.api.Assertions;

/** What can be run. */
final class ModelContract {
    @ContractCase(
            id = "eachlabs.models.list",
            claims = {"EL-46", "EL-39"},
            cost = "free")
    void the_list_of_models_is_an_array_without_anything_around_it(EachLabs client) {
        Answer list = client.requests().get("/models");

        assertThat(list).hasStatus(200);
        Assertions.assertThat(list.json().isArray()).as("%s", list).isTrue();
        Assertions.assertThat(list.json()).isNotEmpty().hasSizeLessThanOrEqualTo(50);
        for (int i = 0; i < list.json().size(); i++) {
            isModel(list, "/" + i);
        }
    }

    @ContractCase(
            id = "eachlabs.models.pages",
            claims = {"EL-46", "EL-47"},
            cost = "free")
    void limit_and_offset_cut_a_page_out_of_the_list(EachLabs client) {
        Answer two = client.requests().get("/models?limit=2");
        Answer second = client.requests().get("/models?limit=1&offset=1");

        assertThat(two).hasStatus(200);
        assertThat(second).hasStatus(200);
        Assertions.assertThat(two.json()).as("%s", two).hasSize(2);
        Assertions.assertThat(second.json()).as("%s", second).hasSize(1);
        Assertions.assertThat(second.json().get(0)).isEqualTo(two.json().get(1));
    }

    @ContractCase(
            id = "eachlabs.models.bad-limit",
            claims = {"EL-47"},
            cost = "free")
    void a_limit_that_is_none_is_refused_with_words(EachLabs client) {
        for (String limit : new String[] {"0", "501", "many"}) {
            Refusal.with(400, "invalid limit parameter", client.requests().get("/models?limit=" + limit));
        }
    }

    @ContractCase(
            id = "eachlabs.models.by-name",
            claims = {"EL-47", "EL-49"},
            cost = "free")
    void the_list_can_be_searched_by_name(EachLabs client) {
        Answer found = client.requests().get("/models?limit=500&name=characters");

        assertThat(found).hasStatus(200).hasSome("", "/slug", EachLabs.CHARACTERS);
        assertThat(found).hasNone("", "/slug", EachLabs.TEXT_TO_VIDEO);
    }

    @ContractCase(
            id = "eachlabs.models.one",
            claims = {"EL-48", "EL-49", "EL-39"},
            cost = "free")
    void one_model_is_shown_by_its_slug(EachLabs client) {
        Answer model = client.requests().get("/model?slug=" + EachLabs.CHARACTERS);

        assertThat(model).hasStatus(200).hasJson("/slug", "\"sora-2-characters\"");
        isModel(model, "");
    }

    @ContractCase(
            id = "eachlabs.models.characters-input",
            claims = {"EL-48", "EL-59"},
            cost = "free")
    void a_character_takes_a_video_and_a_name(EachLabs client) {
        Answer model = client.requests().get("/model?slug=" + EachLabs.CHARACTERS);

        assertThat(model).hasStatus(200).hasJson("/output_type", "\"object\"");
        Predictions.hasKeys(model, "/request_schema/properties", "video_url", "name");
        Assertions.assertThat(model.json().at("/request_schema/required"))
                .extracting(JsonNode::asText)
                .as("%s", model)
                .containsExactlyInAnyOrder("video_url", "name");
    }

    @ContractCase(
            id = "eachlabs.models.one.missing-slug",
            claims = {"EL-48"},
            cost = "free")
    void a_model_is_not_shown_without_a_slug(EachLabs client) {
        Refusal.with(400, "slug parameter is required", client.requests().get("/model"));
    }

    @ContractCase(
            id = "eachlabs.models.one.unknown",
            claims = {"EL-48"},
            cost = "free")
    void a_model_that_does_not_exist_is_not_found(EachLabs client) {
        Answer answer = client.requests().get("/model?slug=sora-2-no-such-model");

        Refusal.with(404, "Failed to fetch model: model not found", answer);
    }

    private static void isModel(Answer answer, String pointer) {
        assertThat(answer)
                .hasText(pointer + "/title", ".+")
                .hasText(pointer + "/slug", "\\S+")
                .hasJson(pointer + "/version", "\"0.0.1\"")
                .hasText(pointer + "/output_type", "string|array|object")
                .hasJson(pointer + "/request_schema/type", "\"object\"");
        Predictions.hasKeys(answer, pointer + "/request_schema", "properties");
    }
}
