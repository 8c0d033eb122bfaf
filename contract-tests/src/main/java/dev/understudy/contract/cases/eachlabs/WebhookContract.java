package dev.understudy.contract.cases.eachlabs;

import static dev.understudy.contract.api.ContractAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.contract.ContractCase;
import dev.understudy.contract.EmulatorOnly;
import dev.understudy.contract.api.Answer;
import dev.understudy.contract.api.Control;
import dev.understudy.contract.api.EachLabs;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Webhooks as their receiver gets them. */
final class WebhookContract {
    private static final String NO_INBOX = "the real service cannot reach an inbox of a test";
    private static final Duration LONG = Duration.ofMinutes(30);
    private static final String SECRET = "a secret, as it stands =";

    @ContractCase(
            id = "eachlabs.webhooks.success",
            claims = {"EL-85", "EL-87"},
            cost = "free")
    @EmulatorOnly(reason = NO_INBOX)
    void a_success_is_told_with_its_output(EachLabs client, Control control) {
        String id = toldOf(client, control);
        Answer body = body(only(control.deliveries()));

        isTold(body, id, "succeeded");
        assertThat(body).hasText("/output", "https?://.+");
    }

    @ContractCase(
            id = "eachlabs.webhooks.failure",
            claims = {"EL-87"},
            cost = "free")
    @EmulatorOnly(reason = NO_INBOX)
    void a_failure_is_told_with_what_went_wrong_within_the_output(EachLabs client, Control control) {
        control.strikeNext("fails");
        String id = toldOf(client, control);
        Answer body = body(only(control.deliveries()));

        isTold(body, id, "failed");
        assertThat(body)
                .hasKeysInAnyOrder("/output/0", "id", "status", "output", "error")
                .hasText("/output/0/error", "Error: .+");
        control.allStruck();
    }

    @ContractCase(
            id = "eachlabs.webhooks.secret",
            claims = {"EL-86"},
            cost = "free")
    @EmulatorOnly(reason = NO_INBOX)
    void the_secret_comes_back_as_it_was_given_and_nothing_is_signed(EachLabs client, Control control) {
        toldOf(client, control);
        JsonNode headers = only(control.deliveries()).path("headers");

        assertThat(headers.path("x-webhook-secret").asText()).isEqualTo(SECRET);
        assertThat(headers.path("content-type").asText()).startsWith("application/json");
        Iterable<String> names = headers::fieldNames;
        assertThat(names).noneMatch(name -> name.contains("signature"));
    }

    @ContractCase(
            id = "eachlabs.webhooks.without-secret",
            claims = {"EL-86", "EL-85"},
            cost = "free")
    @EmulatorOnly(reason = NO_INBOX)
    void who_gave_no_secret_gets_none(EachLabs client, Control control) {
        control.freeze();
        submit(client, Map.of("webhook_url", control.inbox()));
        control.advance(LONG);

        assertThat(only(control.deliveries()).path("headers").has("x-webhook-secret"))
                .isFalse();
    }

    @ContractCase(
            id = "eachlabs.webhooks.none-when-cancelled",
            claims = {"EL-44"},
            cost = "free")
    @EmulatorOnly(reason = NO_INBOX)
    void what_was_called_off_is_told_to_nobody(EachLabs client, Control control) {
        control.freeze();
        String id = submit(client, Map.of("webhook_url", control.inbox()));
        client.requests().post("/prediction/" + id + "/cancel");
        control.advance(LONG);

        assertThat(control.deliveries()).isEmpty();
    }

    private static String toldOf(EachLabs client, Control control) {
        control.freeze();
        String id = submit(client, Map.of("webhook_url", control.inbox(), "webhook_secret", SECRET));
        control.advance(LONG);
        return id;
    }

    private static String submit(EachLabs client, Map<String, Object> webhook) {
        Map<String, Object> body = new HashMap<>(webhook);
        body.put("model", EachLabs.TEXT_TO_VIDEO);
        body.put("input", Map.of("prompt", "A figure walks"));
        return Predictions.id(client.requests().post("/prediction", body));
    }

    private static void isTold(Answer body, String id, String status) {
        assertThat(body)
                .hasKeysInAnyOrder("", "exec_id", "flow_id", "status", "output", "error")
                .hasJson("/exec_id", '"' + id + '"')
                .hasJson("/flow_id", "null")
                .hasJson("/status", '"' + status + '"')
                .hasJson("/error", "\"\"");
    }

    private static JsonNode only(List<JsonNode> deliveries) {
        assertThat(deliveries).hasSize(1);
        return deliveries.get(0);
    }

    private static Answer body(JsonNode delivery) {
        return new Answer(
                "webhook", 200, Map.of(), new byte[0], delivery.path("body").asText());
    }
}
