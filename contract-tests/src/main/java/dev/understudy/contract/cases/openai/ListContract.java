package dev.understudy.contract.cases.openai;

import static dev.understudy.contract.api.ContractAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.contract.ContractCase;
import dev.understudy.contract.EmulatorOnly;
import dev.understudy.contract.api.Answer;
import dev.understudy.contract.api.Control;
import dev.understudy.contract.api.OpenAi;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;

/** The list of videos and its pages. */
final class ListContract {
    private static final Map<String, Object> VIDEO = Map.of("prompt", "A figure walks");

    @ContractCase(
            id = "openai.list.envelope",
            claims = {"OV-33"},
            cost = "unpriced")
    void a_list_says_where_it_begins_and_ends(OpenAi openai) {
        String id = openai.sharedVideoId();
        Answer list = openai.requests().get("/videos?limit=100");
        JsonNode data = list.json().path("data");

        assertThat(list).hasStatus(200).hasJson("/object", "\"list\"").hasSome("/data", "/id", id);
        assertThat(list)
                .hasJson("/first_id", data.path(0).path("id").toString())
                .hasJson("/last_id", data.path(data.size() - 1).path("id").toString())
                .hasJson("/has_more", "true", "false");
    }

    @ContractCase(
            id = "openai.list.paging",
            claims = {"OV-33", "OV-34"},
            cost = "unpriced")
    void a_page_goes_on_after_the_last_id_of_the_one_before(OpenAi openai) {
        openai.sharedVideo();
        String newest = Videos.id(openai.createVideo(VIDEO));

        Answer first = openai.requests().get("/videos?limit=1&order=desc");
        Answer second = openai.requests()
                .get("/videos?limit=1&order=desc&after="
                        + first.json().path("last_id").asText());

        assertThat(first)
                .hasStatus(200)
                .hasJson("/first_id", '"' + newest + '"')
                .hasJson("/has_more", "true");
        assertThat(second).hasStatus(200);
        Assertions.assertThat(second.json().path("data")).as("%s", second).hasSize(1);
        assertThat(second).hasNone("/data", "/id", newest);
    }

    @ContractCase(
            id = "openai.list.order",
            claims = {"OV-34"},
            cost = "free")
    @EmulatorOnly(reason = "it takes an account with nothing else in it")
    void the_newest_come_first_unless_asked_otherwise(OpenAi openai, Control control) {
        Assertions.assertThat(control.isThere()).isTrue();
        String first = Videos.id(openai.createVideo(VIDEO));
        String second = Videos.id(openai.createVideo(VIDEO));

        Assertions.assertThat(ids(openai, "/videos")).containsExactly(second, first);
        Assertions.assertThat(ids(openai, "/videos?order=asc")).containsExactly(first, second);
    }

    @ContractCase(
            id = "openai.list.empty",
            claims = {"OV-33"},
            cost = "free")
    @EmulatorOnly(reason = "it takes an account with nothing in it")
    void an_empty_list_has_no_first_and_no_last(OpenAi openai, Control control) {
        Assertions.assertThat(control.isThere()).isTrue();

        assertThat(openai.requests().get("/videos"))
                .hasStatus(200)
                .hasJson("/data", "[]")
                .hasJson("/first_id", "null")
                .hasJson("/last_id", "null")
                .hasJson("/has_more", "false");
    }

    private static List<String> ids(OpenAi openai, String path) {
        return openai.requests().get(path).json().path("data").findValuesAsText("id");
    }
}
