package dev.understudy.contract.cases;

import static dev.understudy.contract.api.ContractAssertions.assertThat;

import dev.understudy.contract.ContractCase;
import dev.understudy.contract.api.Answer;
import dev.understudy.contract.api.Api;
import dev.understudy.contract.api.Clip;
import java.util.Map;

/** What the answer to an accepted character request looks like. */
final class CharacterSubmissionContract {
    @ContractCase(
            id = "characters.create.accepted",
            claims = {"CH-01", "SB-01"},
            cost = "1 x characters (shared)")
    void a_clip_and_a_name_are_accepted(Api api) {
        assertThat(submission(api)).succeeded().hasJson("/data/model", '"' + Api.CHARACTERS + '"');
    }

    @ContractCase(
            id = "characters.create.created-state",
            claims = {"SB-02"},
            cost = "1 x characters (shared)")
    void a_submission_is_created_and_has_nothing_yet(Api api) {
        assertThat(submission(api))
                .hasJson("/data/status", "\"created\"")
                .hasJson("/data/outputs", "[]")
                .hasJson("/data/has_nsfw_contents", "[]")
                .hasJson("/data/error", "\"\"")
                .hasJson("/data/executionTime", "0")
                .hasJson("/data/timings", "{\"inference\":0}");
    }

    @ContractCase(
            id = "characters.create.key-order",
            claims = {"SB-01"},
            cost = "1 x characters (shared)")
    void the_keys_come_in_the_captured_order(Api api) {
        assertThat(submission(api))
                .hasKeysInOrder("", "code", "message", "data")
                .hasKeysInOrder(
                        "/data",
                        "id",
                        "model",
                        "outputs",
                        "urls",
                        "has_nsfw_contents",
                        "status",
                        "created_at",
                        "error",
                        "executionTime",
                        "timings");
    }

    @ContractCase(
            id = "characters.create.id-shape",
            claims = {"SB-03"},
            cost = "1 x characters (shared)")
    void the_id_is_32_lower_case_hex_digits(Api api) {
        assertThat(submission(api)).hasText("/data/id", "[0-9a-f]{32}");
    }

    @ContractCase(
            id = "characters.create.result-url",
            claims = {"SB-04"},
            cost = "1 x characters (shared)")
    void the_given_url_leads_to_the_result(Api api) {
        Answer submission = submission(api);
        String id = submission.data().path("id").asText();

        assertThat(submission).hasText("/data/urls/get", "https?://[^/]+/api/v3/predictions/" + id + "/result");
        assertThat(api.get(submission.data().path("urls").path("get").asText()))
                .succeeded()
                .hasJson("/data/id", '"' + id + '"');
    }

    @ContractCase(
            id = "characters.create.new-id-each-time",
            claims = {"SB-03"},
            cost = "1 x characters (shared) + 1 x characters")
    void the_same_request_twice_makes_two_predictions(Api api) {
        String name = api.sharedCharacter().end().at("/outputs/0/name").asText();
        Answer again = api.submit(Api.CHARACTERS, Map.of("video", api.urlOf(Clip.THREE_SECONDS), "name", name));

        assertThat(again)
                .succeeded()
                .hasText("/data/id", "(?!" + api.sharedCharacter().id() + ").+");
    }

    private static Answer submission(Api api) {
        return api.sharedCharacter().answers().get(0);
    }
}
