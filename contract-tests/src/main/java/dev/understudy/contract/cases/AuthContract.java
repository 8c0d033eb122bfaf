package dev.understudy.contract.cases;

import static dev.understudy.contract.api.ContractAssertions.assertThat;

import dev.understudy.contract.ContractCase;
import dev.understudy.contract.api.Answer;
import dev.understudy.contract.api.Api;
import dev.understudy.contract.api.Clip;
import dev.understudy.contract.api.Credential;
import java.util.Map;

final class AuthContract {
    private static final String SOME_ID = "0123456789abcdef0123456789abcdef";

    @ContractCase(
            id = "auth.missing-key.rejected",
            claims = {"AU-01", "AU-02"},
            cost = "free")
    void a_submission_without_a_key_is_unauthorized(Api api) {
        Answer answer = api.as(Credential.NONE)
                .submit(Api.CHARACTERS, Map.of("video", "https://example.com/walk-3s.mp4", "name", "Joe"));

        assertThat(answer).refusedWith(401);
    }

    @ContractCase(
            id = "auth.missing-key.poll-rejected",
            claims = {"AU-01", "AU-02"},
            cost = "free")
    void a_poll_without_a_key_is_unauthorized(Api api) {
        assertThat(api.as(Credential.NONE).result(SOME_ID)).refusedWith(401);
    }

    @ContractCase(
            id = "auth.missing-key.upload-rejected",
            claims = {"AU-01", "AU-02"},
            cost = "free")
    void an_upload_without_a_key_is_unauthorized(Api api) {
        assertThat(api.as(Credential.NONE).uploadTicket(Clip.THREE_SECONDS)).refusedWith(401);
    }

    @ContractCase(
            id = "auth.empty-bearer.rejected",
            claims = {"AU-01", "AU-02"},
            cost = "free")
    void a_bearer_header_without_a_key_is_unauthorized(Api api) {
        assertThat(api.as(Credential.EMPTY_BEARER).result(SOME_ID)).refusedWith(401);
    }

    @ContractCase(
            id = "auth.scheme-not-bearer.rejected",
            claims = {"AU-02", "AU-03"},
            cost = "free")
    void another_scheme_than_bearer_is_unauthorized(Api api) {
        assertThat(api.as(Credential.BASIC_SCHEME).result(SOME_ID)).refusedWith(401);
    }
}
