package dev.understudy.contract.cases.openai;

import static dev.understudy.contract.api.ContractAssertions.assertThat;

import dev.understudy.contract.ContractCase;
import dev.understudy.contract.EmulatorOnly;
import dev.understudy.contract.api.Answer;
import dev.understudy.contract.api.Control;
import dev.understudy.contract.api.OpenAi;
import java.util.Map;
import org.assertj.core.api.Assertions;

/** What is answered when a project asks for too much, or the service is away. */
final class LimitContract {
    private static final String NOT_PROVOKED = "the limits of somebody else's service are not to be tried";
    private static final Map<String, Object> VIDEO = Map.of("prompt", "A figure walks");

    @ContractCase(
            id = "openai.limits.shape",
            claims = {"OV-46", "OV-11"},
            cost = "free")
    @EmulatorOnly(reason = NOT_PROVOKED)
    void too_many_requests_are_an_error_like_any_other_and_may_be_sent_again(OpenAi openai, Control control) {
        control.strike(1, "rate-limited", "submit");
        Answer answer = openai.createVideo(VIDEO);

        Refusal.with(answer, 429);
        assertThat(answer).hasJson("/error/code", "\"rate_limit_exceeded\"");
        Videos.isWhole(openai.createVideo(VIDEO));
        control.allStruck();
    }

    @ContractCase(
            id = "openai.limits.retry-after",
            claims = {"OV-46"},
            cost = "free")
    @EmulatorOnly(reason = NOT_PROVOKED)
    void a_429_may_say_when_to_come_back(OpenAi openai, Control control) {
        control.strike(1, "rate-limited; retry-after=PT7S", "submit");
        Answer answer = openai.createVideo(VIDEO);

        Refusal.with(answer, 429);
        Assertions.assertThat(answer.header("retry-after")).as("%s", answer).isEqualTo("7");
        Assertions.assertThat(answer.header("retry-after-ms")).as("%s", answer).isIn("", "7000");
        control.allStruck();
    }

    @ContractCase(
            id = "openai.limits.server-error",
            claims = {"OV-11"},
            cost = "free")
    @EmulatorOnly(reason = "a service that is well cannot be asked to be ill")
    void an_error_of_the_server_has_the_same_shape(OpenAi openai, Control control) {
        control.strike(1, "server-error", "submit");

        Refusal.with(openai.createVideo(VIDEO), 500, 502, 503);
        control.allStruck();
    }
}
