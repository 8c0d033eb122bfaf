package dev.understudy.contract.cases;

import static dev.understudy.contract.api.ContractAssertions.assertThat;

import dev.understudy.contract.ContractCase;
import dev.understudy.contract.api.Answer;
import dev.understudy.contract.api.Api;
import dev.understudy.contract.api.Credential;
import java.util.Map;
import org.assertj.core.api.Assertions;

/** What can be said of webhooks without receiving one. */
final class WebhookContract {
    private static final String SECRET = "/api/v3/webhook/secret";
    private static final String HOOK = "?webhook=https%3A%2F%2Fexample.com%2Fhook";

    @ContractCase(
            id = "webhooks.secret.shape",
            claims = {"WH-09"},
            cost = "free")
    void the_secret_is_a_text_that_says_what_it_is(Api api) {
        Answer answer = api.get(SECRET);

        assertThat(answer).hasStatus(200).hasJson("/code", "200").hasText("/data/secret", "(whsec_.{16,}|removed)");
    }

    @ContractCase(
            id = "webhooks.secret.stable",
            claims = {"WH-12"},
            cost = "free")
    void the_secret_is_the_same_each_time(Api api) {
        Answer first = api.get(SECRET);
        Answer second = api.get(SECRET);

        assertThat(first).hasStatus(200).hasText("/data/secret", ".+");
        Assertions.assertThat(second.data().path("secret"))
                .isEqualTo(first.data().path("secret"));
    }

    @ContractCase(
            id = "webhooks.secret.missing-key",
            claims = {"AU-01", "AU-02"},
            cost = "free")
    void the_secret_is_nobody_elses_business(Api api) {
        assertThat(api.as(Credential.NONE).get(SECRET)).refusedWith(401);
    }

    @ContractCase(
            id = "webhooks.with-base64.refused",
            claims = {"WH-10", "SY-04"},
            cost = "1 x text-to-video")
    void a_webhook_cannot_be_had_together_with_base64(Api api) {
        Answer answer =
                api.submit(Api.TEXT_TO_VIDEO + HOOK, Map.of("prompt", "A figure walks", "enable_base64_output", true));

        assertThat(answer).hasStatus(400).hasText("/error", ".*base64.*");
    }

    @ContractCase(
            id = "webhooks.bad-address.refused",
            claims = {"WH-11", "ER-02"},
            cost = "1 x text-to-video")
    void a_webhook_that_is_no_address_is_refused(Api api) {
        assertThat(api.submit(Api.TEXT_TO_VIDEO + "?webhook=nowhere", Map.of("prompt", "A figure walks")))
                .refusedWith(400);
    }
}
