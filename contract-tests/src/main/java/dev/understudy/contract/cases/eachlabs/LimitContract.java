package dev.understudy.contract.cases.eachlabs;

import static dev.understudy.contract.api.ContractAssertions.assertThat;

import dev.understudy.contract.ContractCase;
import dev.understudy.contract.EmulatorOnly;
import dev.understudy.contract.api.Answer;
import dev.understudy.contract.api.Control;
import dev.understudy.contract.api.EachLabs;
import org.assertj.core.api.Assertions;

/** What is answered to an account that has too little, or too much at work. */
final class LimitContract {
    private static final String NOT_PROVOKED = "the limits of somebody else's service are not to be tried";

    @ContractCase(
            id = "eachlabs.limits.concurrency",
            claims = {"EL-81"},
            cost = "free")
    @EmulatorOnly(reason = NOT_PROVOKED)
    void too_many_at_once_are_told_how_many_a_low_balance_allows(EachLabs client, Control control) {
        control.strike(1, "rate-limited; limit=concurrency", "submit");
        Answer answer = client.createVideo();

        assertThat(answer)
                .hasStatus(429)
                .hasJson("/status", "429")
                .hasJson("/error", "\"too many requests\"")
                .hasText(
                        "/details",
                        "Account rate limited: accounts with a balance of \\$10\\.00 or less are limited to 10"
                                + " concurrent executions\\. .+");
        control.allStruck();
    }

    @ContractCase(
            id = "eachlabs.limits.makes-nothing",
            claims = {"EL-81", "EL-75"},
            cost = "free")
    @EmulatorOnly(reason = NOT_PROVOKED)
    void what_a_limit_refused_is_not_in_the_list_and_may_be_sent_again(EachLabs client, Control control) {
        control.strike(1, "rate-limited; limit=concurrency", "submit");

        assertThat(client.createVideo()).hasStatus(429);
        assertThat(client.requests().get("/executions")).hasStatus(200).hasJson("/total_count", "0");
        Predictions.isAccepted(client.createVideo());
        control.allStruck();
    }

    @ContractCase(
            id = "eachlabs.limits.retry-after",
            claims = {"EL-83"},
            cost = "free")
    @EmulatorOnly(reason = NOT_PROVOKED)
    void a_429_may_say_in_seconds_when_to_come_back(EachLabs client, Control control) {
        control.strike(1, "rate-limited; retry-after=PT7S", "submit");
        Answer answer = client.createVideo();

        assertThat(answer).hasStatus(429);
        Assertions.assertThat(answer.header("Retry-After")).as("%s", answer).isEqualTo("7");
        control.allStruck();
    }

    @ContractCase(
            id = "eachlabs.limits.balance",
            claims = {"EL-80"},
            cost = "free")
    @EmulatorOnly(reason = "it takes an account without money")
    void what_the_balance_does_not_cover_has_to_be_paid_for_first(EachLabs client, Control control) {
        control.strike(1, "no-credit", "submit");
        Answer answer = client.createVideo();

        assertThat(answer)
                .hasStatus(402)
                .hasJson("/status", "402")
                .hasJson("/error", "\"payment required\"")
                .hasText(
                        "/details",
                        "the estimated cost of your in-flight executions exceeds your current balance \\(\\$[0-9.]+\\)\\. .+");
        control.allStruck();
    }

    @ContractCase(
            id = "eachlabs.errors.gateway",
            claims = {"EL-19"},
            cost = "free")
    @EmulatorOnly(reason = "a service that is well cannot be asked to be ill")
    void an_error_of_the_gateway_is_a_text_with_its_status(EachLabs client, Control control) {
        control.strike(1, "server-error; status=503", "submit");

        Refusal.with(503, ".+", client.createVideo());
        control.strike(1, "forbidden", "submit");
        Refusal.with(403, "forbidden", client.createVideo());
        control.allStruck();
    }
}
