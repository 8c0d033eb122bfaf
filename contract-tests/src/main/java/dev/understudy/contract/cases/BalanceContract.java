package dev.understudy.contract.cases;

import static dev.understudy.contract.api.ContractAssertions.assertThat;

import dev.understudy.contract.ContractCase;
import dev.understudy.contract.api.Answer;
import dev.understudy.contract.api.Api;
import dev.understudy.contract.api.Credential;
import org.assertj.core.api.Assertions;

/** What an account has. Asking is free of charge. */
final class BalanceContract {

    @ContractCase(
            id = "balance.shape",
            claims = {"BI-01"},
            cost = "free")
    void the_balance_is_a_number(Api api) {
        Answer answer = api.get("/api/v3/balance");

        assertThat(answer).succeeded();
        Assertions.assertThat(answer.data().path("balance").isNumber())
                .as("%s", answer)
                .isTrue();
    }

    @ContractCase(
            id = "balance.with-currency",
            claims = {"BI-02"},
            cost = "free")
    void the_documented_address_says_the_currency_too(Api api) {
        Answer answer = api.get("/api/v3/account/balance");

        assertThat(answer).succeeded().hasJson("/data/currency", "\"USD\"");
        Assertions.assertThat(answer.data().path("balance").isNumber())
                .as("%s", answer)
                .isTrue();
    }

    @ContractCase(
            id = "balance.missing-key",
            claims = {"AU-01", "AU-02"},
            cost = "free")
    void the_balance_is_nobody_elses_business(Api api) {
        assertThat(api.as(Credential.NONE).get("/api/v3/balance")).refusedWith(401);
    }
}
