package dev.understudy.contract.cases.eachlabs;

import static dev.understudy.contract.api.ContractAssertions.assertThat;

import dev.understudy.contract.ContractCase;
import dev.understudy.contract.api.Answer;
import dev.understudy.contract.api.EachLabs;
import org.assertj.core.api.Assertions;

/** The list of what was run. */
final class ExecutionContract {
    private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z";
    private static final String[] KEYS = {
        "id",
        "model",
        "requested_model",
        "status",
        "workflow_id",
        "workflow_execution_id",
        "execution_cost",
        "run_time",
        "created_at",
        "started_at",
        "completed_at",
        "output"
    };

    @ContractCase(
            id = "eachlabs.executions.envelope",
            claims = {"EL-75"},
            cost = "free")
    void the_list_says_how_many_there_are_and_which_page_it_is(EachLabs client) {
        Answer list = client.requests().get("/executions");

        assertThat(list)
                .hasStatus(200)
                .hasKeysInAnyOrder("", "executions", "total_count", "total_capped", "offset", "limit")
                .hasJson("/total_capped", "true", "false")
                .hasJson("/offset", "0")
                .hasJson("/limit", "20");
        Assertions.assertThat(list.json().path("executions").size())
                .as("%s", list)
                .isLessThanOrEqualTo(20)
                .isLessThanOrEqualTo(list.json().path("total_count").asInt(-1));
    }

    @ContractCase(
            id = "eachlabs.executions.row",
            claims = {"EL-75", "EL-76"},
            cost = "unpriced")
    void a_row_tells_the_prediction_again(EachLabs client) {
        String id = Predictions.id(client.sharedVideo().get(0));
        Answer list = client.requests().get("/executions?limit=100");
        String row = "/executions/" + indexOf(id, list);

        Predictions.hasKeys(list, row, KEYS);
        assertThat(list)
                .hasJson(row + "/model", "\"sora-2-text-to-video\"")
                .hasJson(row + "/requested_model", "null")
                .hasJson(row + "/status", "\"success\"")
                .hasJson(row + "/workflow_id", "null")
                .hasNumber(
                        row + "/execution_cost",
                        Predictions.last(client.sharedVideo())
                                .json()
                                .at("/metrics/cost")
                                .asText())
                .hasText(row + "/created_at", TIME)
                .hasText(row + "/started_at", TIME)
                .hasText(row + "/completed_at", TIME)
                .hasText(row + "/output", ".+");
    }

    @ContractCase(
            id = "eachlabs.executions.failed",
            claims = {"EL-76", "EL-77"},
            cost = "unpriced")
    void what_failed_is_found_by_its_status_and_cost_nothing(EachLabs client) {
        String id = Predictions.id(client.sharedFailure().get(0));
        Answer list = client.requests().get("/executions?limit=100&status=error");

        assertThat(list).hasStatus(200).hasOnly("/executions", "/status", "error");
        assertThat(list).hasNumber("/executions/" + indexOf(id, list) + "/execution_cost", "0");
    }

    @ContractCase(
            id = "eachlabs.executions.of-a-model",
            claims = {"EL-77"},
            cost = "unpriced")
    void the_list_can_be_narrowed_down_to_a_model(EachLabs client) {
        String id = Predictions.id(client.sharedCharacter().get(0));
        Answer list = client.requests().get("/executions?limit=100&model=" + EachLabs.CHARACTERS);

        assertThat(list)
                .hasStatus(200)
                .hasOnly("/executions", "/model", EachLabs.CHARACTERS)
                .hasSome("/executions", "/id", id);
    }

    @ContractCase(
            id = "eachlabs.executions.pages",
            claims = {"EL-75", "EL-77"},
            cost = "unpriced")
    void limit_and_offset_cut_a_page_out_of_the_list(EachLabs client) {
        client.sharedCharacter();
        client.sharedVideo();
        String succeeded = "/executions?status=success&limit=";
        Answer two = client.requests().get(succeeded + "2");
        Answer second = client.requests().get(succeeded + "1&offset=1");

        assertThat(second).hasStatus(200).hasJson("/limit", "1").hasJson("/offset", "1");
        Assertions.assertThat(second.json().path("executions")).as("%s", second).hasSize(1);
        assertThat(second)
                .hasJson("/executions/0/id", two.json().at("/executions/1/id").toString());
    }

    private static int indexOf(String id, Answer list) {
        assertThat(list).hasStatus(200).hasSome("/executions", "/id", id);
        int index = 0;
        while (!list.json().at("/executions/" + index + "/id").asText().equals(id)) {
            index++;
        }
        return index;
    }
}
