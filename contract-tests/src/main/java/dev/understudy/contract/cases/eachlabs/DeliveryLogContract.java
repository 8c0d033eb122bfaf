package dev.understudy.contract.cases.eachlabs;

import static dev.understudy.contract.api.ContractAssertions.assertThat;

import dev.understudy.contract.ContractCase;
import dev.understudy.contract.EmulatorOnly;
import dev.understudy.contract.api.Answer;
import dev.understudy.contract.api.Control;
import dev.understudy.contract.api.EachLabs;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.assertj.core.api.Assertions;

/** The log of what was told, and of each attempt to. */
final class DeliveryLogContract {
    private static final String NO_INBOX = "the real service cannot reach an inbox of a test";
    private static final String NOBODY_THERE = "http://127.0.0.1:9/nobody";
    private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z";
    private static final String[] KEYS = {"execution_id", "url", "request", "headers", "source", "created_at"};

    @ContractCase(
            id = "eachlabs.webhooks.log.list",
            claims = {"EL-90"},
            cost = "free")
    @EmulatorOnly(reason = NO_INBOX)
    void the_log_has_what_was_sent_and_where(EachLabs client, Control control) {
        String id = told(client, control, control.inbox());
        Answer log = client.requests().get("/webhooks");

        assertThat(log)
                .hasStatus(200)
                .hasKeysInAnyOrder("", "webhooks", "limit", "offset")
                .hasJson("/limit", "50")
                .hasJson("/offset", "0");
        isDelivery(log, "/webhooks/0", id, control.inbox());
    }

    @ContractCase(
            id = "eachlabs.webhooks.log.one",
            claims = {"EL-91"},
            cost = "free")
    @EmulatorOnly(reason = NO_INBOX)
    void one_delivery_is_told_with_its_attempt(EachLabs client, Control control) {
        String id = told(client, control, control.inbox());
        Answer one = client.requests().get("/webhooks/" + id);

        assertThat(one).hasStatus(200);
        isDelivery(one, "", id, control.inbox());
        Assertions.assertThat(one.json().path("attempts")).as("%s", one).hasSize(1);
        assertThat(one)
                .hasKeysInAnyOrder("/attempts/0", "status", "status_code", "response", "error_message", "created_at")
                .hasJson("/attempts/0/status", "\"SUCCESS\"")
                .hasText("/attempts/0/created_at", TIME);
        Assertions.assertThat(one.json().at("/attempts/0/status_code").asInt())
                .as("%s", one)
                .isBetween(200, 299);
    }

    @ContractCase(
            id = "eachlabs.webhooks.log.attempts",
            claims = {"EL-88", "EL-91"},
            cost = "free")
    @EmulatorOnly(reason = NO_INBOX)
    void a_receiver_that_is_not_there_is_tried_three_times_ten_seconds_apart(EachLabs client, Control control) {
        String id = told(client, control, NOBODY_THERE);
        Answer one = client.requests().get("/webhooks/" + id);

        assertThat(one).hasStatus(200).hasOnly("/attempts", "/status", "FAILED");
        Assertions.assertThat(one.json().path("attempts")).as("%s", one).hasSize(3);
        for (int i = 1; i < 3; i++) {
            Assertions.assertThat(Duration.between(time(one, i - 1), time(one, i)))
                    .as("%s", one)
                    .isBetween(Duration.ofSeconds(8), Duration.ofSeconds(15));
        }
    }

    @ContractCase(
            id = "eachlabs.webhooks.log.pages",
            claims = {"EL-90"},
            cost = "free")
    @EmulatorOnly(reason = NO_INBOX)
    void limit_and_offset_cut_a_page_out_of_the_log(EachLabs client, Control control) {
        String first = told(client, control, control.inbox());
        String second = told(client, control, control.inbox());
        Answer page = client.requests().get("/webhooks?limit=1&offset=1");

        assertThat(page).hasStatus(200).hasJson("/limit", "1").hasJson("/offset", "1");
        Assertions.assertThat(page.json().path("webhooks")).as("%s", page).hasSize(1);
        assertThat(page).hasJson("/webhooks/0/execution_id", '"' + first + '"', '"' + second + '"');
    }

    @ContractCase(
            id = "eachlabs.webhooks.log.unknown",
            claims = {"EL-92"},
            cost = "free")
    void a_delivery_that_never_was_is_not_found(EachLabs client) {
        Refusal.with(404, "webhook not found", client.requests().get("/webhooks/" + Predictions.NOBODYS));
        Refusal.with(400, "invalid execution_id", client.requests().get("/webhooks/7"));
    }

    private static String told(EachLabs client, Control control, String receiver) {
        control.freeze();
        Answer created = client.requests()
                .post(
                        "/prediction",
                        Map.of(
                                "model",
                                EachLabs.TEXT_TO_VIDEO,
                                "input",
                                Map.of("prompt", "A figure walks"),
                                "webhook_url",
                                receiver));
        control.advance(Duration.ofMinutes(30));
        return Predictions.id(created);
    }

    private static void isDelivery(Answer answer, String pointer, String id, String receiver) {
        Predictions.hasKeys(answer, pointer, KEYS);
        assertThat(answer)
                .hasJson(pointer + "/execution_id", '"' + id + '"')
                .hasJson(pointer + "/url", '"' + receiver + '"')
                .hasText(pointer + "/request", "\\{.*\"exec_id\":\"" + id + "\".*}")
                .hasJson(pointer + "/source", "\"api-gateway\"")
                .hasText(pointer + "/created_at", TIME);
        Assertions.assertThat(answer.json().at(pointer + "/headers").isObject())
                .as("headers in: %s", answer)
                .isTrue();
    }

    private static Instant time(Answer one, int attempt) {
        return Instant.parse(
                one.json().at("/attempts/" + attempt + "/created_at").asText());
    }
}
