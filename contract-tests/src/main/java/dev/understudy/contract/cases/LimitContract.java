package dev.understudy.contract.cases;

import static dev.understudy.contract.api.ContractAssertions.assertThat;

import dev.understudy.contract.ContractCase;
import dev.understudy.contract.EmulatorOnly;
import dev.understudy.contract.api.Answer;
import dev.understudy.contract.api.Api;
import dev.understudy.contract.api.Control;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.Assertions;

/** What is answered when an account asks for too much, and when it has too little. */
final class LimitContract {
    private static final String NOT_PROVOKED = "the limits of somebody else's service are not to be tried";
    private static final Map<String, Object> VIDEO = Map.of("prompt", "A figure walks");

    @ContractCase(
            id = "limits.per-minute.shape",
            claims = {"RL-04", "ER-07"},
            cost = "free")
    @EmulatorOnly(reason = NOT_PROVOKED)
    void too_many_a_minute_are_told_when_the_limit_is_over(Api api, Control control) {
        control.strike(1, "rate-limited; limit=per-minute", "submit");

        assertThat(api.submit(Api.TEXT_TO_VIDEO, VIDEO)).refusedWith(429).hasText("/message", ".*minute.*");
        control.allStruck();
    }

    @ContractCase(
            id = "limits.concurrency.shape",
            claims = {"RL-01", "ER-07"},
            cost = "free")
    @EmulatorOnly(reason = NOT_PROVOKED)
    void too_many_at_once_are_told_which_limit_they_met(Api api, Control control) {
        control.strike(1, "rate-limited; limit=concurrency", "submit");

        assertThat(api.submit(Api.TEXT_TO_VIDEO, VIDEO))
                .refusedWith(429)
                .hasText("/message", "You have reached your concurrency limit");
        control.allStruck();
    }

    @ContractCase(
            id = "limits.retry-after.absent",
            claims = {"RL-05"},
            cost = "free")
    @EmulatorOnly(reason = NOT_PROVOKED)
    void no_429_says_when_to_come_back_unless_told_to(Api api, Control control) {
        control.strike(1, "rate-limited", "submit");
        Answer answer = api.submit(Api.TEXT_TO_VIDEO, VIDEO);

        assertThat(answer).refusedWith(429);
        Assertions.assertThat(answer.header("Retry-After")).as("%s", answer).isEmpty();
        control.allStruck();
    }

    @ContractCase(
            id = "limits.retry-after.seconds",
            claims = {"RL-05"},
            cost = "free")
    @EmulatorOnly(reason = NOT_PROVOKED)
    void a_429_may_say_in_seconds_when_to_come_back(Api api, Control control) {
        control.strike(1, "rate-limited; retry-after=PT7S", "submit");
        Answer answer = api.submit(Api.TEXT_TO_VIDEO, VIDEO);

        assertThat(answer).refusedWith(429);
        Assertions.assertThat(answer.header("Retry-After")).as("%s", answer).isEqualTo("7");
        control.allStruck();
    }

    @ContractCase(
            id = "limits.over-is-over",
            claims = {"RL-04", "BI-03"},
            cost = "free")
    @EmulatorOnly(reason = NOT_PROVOKED)
    void what_a_limit_refused_is_not_charged_and_may_be_sent_again(Api api, Control control) {
        String before = balance(api);
        control.strike(2, "rate-limited", "submit");

        assertThat(api.submit(Api.TEXT_TO_VIDEO, VIDEO)).refusedWith(429);
        assertThat(api.submit(Api.TEXT_TO_VIDEO, VIDEO)).refusedWith(429);
        control.allStruck();
        Assertions.assertThat(balance(api)).isEqualTo(before);
        assertThat(api.submit(Api.TEXT_TO_VIDEO, VIDEO)).succeeded();
        Assertions.assertThat(balance(api)).isNotEqualTo(before);
    }

    @ContractCase(
            id = "limits.polls-may-be-struck-too",
            claims = {"RL-04", "PR-01"},
            cost = "free")
    @EmulatorOnly(reason = NOT_PROVOKED)
    void a_poll_that_met_a_limit_says_nothing_of_the_job(Api api, Control control) {
        Answer submitted = api.submit(Api.TEXT_TO_VIDEO, VIDEO);
        control.strike(1, "rate-limited", "poll");

        assertThat(api.result(submitted.data().path("id").asText())).refusedWith(429);
        control.allStruck();
        assertThat(api.follow(submitted)).completed();
    }

    @ContractCase(
            id = "balance.not-covered",
            claims = {"ER-09", "BI-06"},
            cost = "free")
    @EmulatorOnly(reason = "it takes an account without money")
    void a_job_that_the_balance_does_not_cover_is_refused_with_400(Api api, Control control) {
        control.strike(1, "no-credit", "submit");

        assertThat(api.submit(Api.TEXT_TO_VIDEO, VIDEO)).refusedWith(400).hasText("/message", "Insufficient credits.*");
        control.allStruck();
    }

    @ContractCase(
            id = "billings.refund-of-a-failure",
            claims = {"BI-04", "BI-05", "BI-10"},
            cost = "free")
    @EmulatorOnly(reason = "a failure of the service cannot be asked for")
    void a_job_that_fails_gets_its_price_back(Api api, Control control) {
        String before = balance(api);
        control.freeze();
        control.strikeNext("fails; kind=internal");
        Answer submitted = api.submit(Api.TEXT_TO_VIDEO, VIDEO);
        Assertions.assertThat(balance(api)).isNotEqualTo(before);

        control.advance(Duration.ofMinutes(10));

        assertThat(api.follow(submitted)).failedWith(5000);
        Assertions.assertThat(balance(api)).isEqualTo(before);
        assertThat(api.post("/api/v3/billings/search", Map.of("billing_type", "refund")))
                .succeeded()
                .hasNumber("/data/items/0/price", "0.4")
                .hasSome(
                        "/data/items",
                        "/prediction/uuid",
                        submitted.data().path("id").asText());
        control.allStruck();
    }

    private static String balance(Api api) {
        return api.get("/api/v3/balance").data().path("balance").toString();
    }
}
