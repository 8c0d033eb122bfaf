package dev.understudy.contract.cases.eachlabs;

import static dev.understudy.contract.api.ContractAssertions.assertThat;

import dev.understudy.contract.ContractCase;
import dev.understudy.contract.api.Answer;
import dev.understudy.contract.api.Credential;
import dev.understudy.contract.api.EachLabs;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;

/** Who is let in, and what every answer is marked with. */
final class AuthContract {
    private static final String SOMETHING = "/executions?limit=1";

    @ContractCase(
            id = "eachlabs.auth.bearer",
            claims = {"EL-01"},
            cost = "free")
    void the_key_may_be_a_bearer_token(EachLabs client) {
        isLetIn(client.requests().get(SOMETHING));
    }

    @ContractCase(
            id = "eachlabs.auth.api-key-header",
            claims = {"EL-02"},
            cost = "free")
    void the_key_may_be_in_a_header_of_its_own(EachLabs client) {
        isLetIn(client.requests().as(Credential.OWN_API_KEY).get(SOMETHING));
    }

    @ContractCase(
            id = "eachlabs.auth.one-account",
            claims = {"EL-01", "EL-02"},
            cost = "unpriced")
    void both_headers_lead_to_the_same_account(EachLabs client) {
        String id = Predictions.id(client.createVideo());

        assertThat(client.requests().as(Credential.OWN_API_KEY).get("/prediction/" + id))
                .hasStatus(200)
                .hasJson("/id", '"' + id + '"');
    }

    @ContractCase(
            id = "eachlabs.auth.missing-key.rejected",
            claims = {"EL-04"},
            cost = "free")
    void without_a_key_one_is_refused_without_a_word(EachLabs client) {
        for (Credential credential : List.of(Credential.NONE, Credential.EMPTY_BEARER, Credential.EMPTY_API_KEY)) {
            Refusal.withNothing(401, client.requests().as(credential).get("/prediction/" + Predictions.NOBODYS));
        }
    }

    @ContractCase(
            id = "eachlabs.auth.missing-key.submission-rejected",
            claims = {"EL-04"},
            cost = "free")
    void a_submission_without_a_key_makes_nothing(EachLabs client) {
        Answer answer = client.requests()
                .as(Credential.NONE)
                .post(
                        "/prediction",
                        Map.of("model", EachLabs.TEXT_TO_VIDEO, "input", Map.of("prompt", "A figure walks")));

        Refusal.withNothing(401, answer);
    }

    @ContractCase(
            id = "eachlabs.auth.models-without-key",
            claims = {"EL-03"},
            cost = "free")
    void models_are_shown_to_everybody(EachLabs client) {
        Answer list = client.requests().as(Credential.NONE).get("/models?limit=1");
        Answer one = client.requests().as(Credential.NONE).get("/model?slug=" + EachLabs.CHARACTERS);

        assertThat(list).hasStatus(200);
        Assertions.assertThat(list.json()).as("%s", list).hasSize(1);
        assertThat(one).hasStatus(200).hasJson("/slug", '"' + EachLabs.CHARACTERS + '"');
    }

    @ContractCase(
            id = "eachlabs.request-id.echoed",
            claims = {"EL-06"},
            cost = "free")
    void the_request_id_of_the_caller_comes_back(EachLabs client) {
        String mine = "123e4567-e89b-42d3-a456-426614174000";
        Answer answer = client.requests().with("X-Request-Id", mine).get("/models?limit=1");

        Assertions.assertThat(answer.header("X-Request-Id")).as("%s", answer).isEqualTo(mine);
    }

    @ContractCase(
            id = "eachlabs.request-id.generated",
            claims = {"EL-06", "EL-04"},
            cost = "free")
    void every_answer_has_a_request_id_refusals_too(EachLabs client) {
        Answer shown = client.requests().get("/models?limit=1");
        Answer refused = client.requests().as(Credential.NONE).get(SOMETHING);

        Assertions.assertThat(shown.header("X-Request-Id")).as("%s", shown).matches(Predictions.UUID);
        Assertions.assertThat(refused.header("X-Request-Id"))
                .as("%s", refused)
                .matches(Predictions.UUID)
                .isNotEqualTo(shown.header("X-Request-Id"));
    }

    private static void isLetIn(Answer answer) {
        assertThat(answer)
                .hasStatus(200)
                .hasKeysInAnyOrder("", "executions", "total_count", "total_capped", "offset", "limit");
    }
}
