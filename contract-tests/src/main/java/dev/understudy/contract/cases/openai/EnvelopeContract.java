package dev.understudy.contract.cases.openai;

import static dev.understudy.contract.api.ContractAssertions.assertThat;

import dev.understudy.contract.ContractCase;
import dev.understudy.contract.api.Answer;
import dev.understudy.contract.api.Credential;
import dev.understudy.contract.api.OpenAi;
import java.util.Map;
import org.assertj.core.api.Assertions;

/** What goes around every answer: keys that are missing, and headers. */
final class EnvelopeContract {
    @ContractCase(
            id = "openai.auth.missing-key",
            claims = {"OV-01", "OV-49", "OV-11"},
            cost = "free")
    void a_request_without_a_key_is_told_how_to_send_one(OpenAi openai) {
        Answer answer = openai.requests().as(Credential.NONE).get("/videos");

        Refusal.with(answer, 401);
        assertThat(answer)
                .hasText("/error/message", "You didn't provide an API key\\. .*")
                .hasJson("/error/type", "\"invalid_request_error\"")
                .hasJson("/error/param", "null")
                .hasJson("/error/code", "null");
    }

    @ContractCase(
            id = "openai.auth.empty-bearer",
            claims = {"OV-01", "OV-11"},
            cost = "free")
    void a_scheme_without_a_key_is_refused(OpenAi openai) {
        Refusal.with(openai.requests().as(Credential.EMPTY_BEARER).get("/videos"), 401);
    }

    @ContractCase(
            id = "openai.auth.other-header",
            claims = {"OV-01", "OV-11"},
            cost = "free")
    void a_key_in_another_header_is_no_key(OpenAi openai) {
        Refusal.with(openai.requests().as(Credential.OWN_API_KEY).get("/videos"), 401);
    }

    @ContractCase(
            id = "openai.headers.request-id",
            claims = {"OV-44"},
            cost = "free")
    void every_answer_names_its_request(OpenAi openai) {
        Answer list = openai.requests().get("/videos");
        Answer missing = openai.video("video_" + "0".repeat(48));

        Assertions.assertThat(list.header("x-request-id")).as("%s", list).matches("req_[0-9a-f]{32}");
        Assertions.assertThat(missing.header("x-request-id"))
                .matches("req_[0-9a-f]{32}")
                .isNotEqualTo(list.header("x-request-id"));
        Assertions.assertThat(list.header("openai-version")).isEqualTo("2020-10-01");
    }

    @ContractCase(
            id = "openai.headers.rate-limit",
            claims = {"OV-45"},
            cost = "unpriced")
    void a_creation_says_how_many_more_there_may_be(OpenAi openai) {
        Answer created = openai.createVideo(Map.of("prompt", "A figure walks"));

        Assertions.assertThat(created.header("x-ratelimit-limit-requests"))
                .as("%s", created)
                .matches("\\d+");
        Assertions.assertThat(created.header("x-ratelimit-remaining-requests")).matches("\\d+");
        Assertions.assertThat(created.header("x-ratelimit-reset-requests")).matches("(\\d+m)?(\\d+(\\.\\d+)?m?s)");
    }
}
