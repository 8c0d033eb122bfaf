package dev.understudy.contract.cases;

import static dev.understudy.contract.api.ContractAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.contract.ContractCase;
import dev.understudy.contract.EmulatorOnly;
import dev.understudy.contract.api.Answer;
import dev.understudy.contract.api.Api;
import dev.understudy.contract.api.Control;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Webhooks as their receiver gets them. */
final class DeliveryContract {
    private static final String NO_INBOX = "the real service cannot reach an inbox of a test";
    private static final Duration LONG = Duration.ofMinutes(30);

    @ContractCase(
            id = "webhooks.delivery.shape",
            claims = {"WH-01", "WH-04", "WH-05"},
            cost = "free")
    @EmulatorOnly(reason = NO_INBOX)
    void the_end_of_a_job_is_told_as_the_bare_prediction(Api api, Control control) {
        control.freeze();
        Answer submitted = submit(api, control);
        control.advance(LONG);

        JsonNode delivery = only(control.deliveries());
        JsonNode body = new Answer(
                        "webhook",
                        200,
                        Map.of(),
                        new byte[0],
                        delivery.path("body").asText())
                .json();
        assertThat(body.path("id")).isEqualTo(submitted.data().path("id"));
        assertThat(body.path("status").asText()).isEqualTo("completed");
        assertThat(body.path("outputs")).hasSize(1);
        assertThat(body.path("input").path("prompt").asText()).isEqualTo("A figure walks");
        assertThat(body.path("executionTime").isIntegralNumber()).isTrue();
        assertThat(body.has("code") || body.has("data"))
                .as("an envelope around %s", body)
                .isFalse();
    }

    @ContractCase(
            id = "webhooks.delivery.signature",
            claims = {"WH-06", "WH-09"},
            cost = "free")
    @EmulatorOnly(reason = NO_INBOX)
    void a_webhook_is_signed_with_the_secret_of_the_account(Api api, Control control) {
        control.freeze();
        submit(api, control);
        control.advance(LONG);

        JsonNode delivery = only(control.deliveries());
        assertThat(header(delivery, "webhook-signature")).isEqualTo(signature(api, delivery));
    }

    @ContractCase(
            id = "webhooks.delivery.failure",
            claims = {"WH-04", "PR-09"},
            cost = "free")
    @EmulatorOnly(reason = NO_INBOX)
    void a_failure_is_told_as_well_and_brings_nothing_along(Api api, Control control) {
        control.freeze();
        control.strikeNext("fails");
        submit(api, control);
        control.advance(LONG);

        String body = only(control.deliveries()).path("body").asText();
        assertThat(body).contains("\"status\":\"failed\"").doesNotContain(".mp4");
        control.allStruck();
    }

    @ContractCase(
            id = "webhooks.mishap.bad-signature",
            claims = {"WH-06"},
            cost = "free")
    @EmulatorOnly(reason = NO_INBOX)
    void a_webhook_that_somebody_else_signed_can_be_told_apart(Api api, Control control) {
        control.freeze();
        control.strikeNext("webhook-bad-signature");
        submit(api, control);
        control.advance(LONG);

        JsonNode delivery = only(control.deliveries());
        assertThat(header(delivery, "webhook-signature")).startsWith("v3,").isNotEqualTo(signature(api, delivery));
        control.allStruck();
    }

    @ContractCase(
            id = "webhooks.mishap.duplicate",
            claims = {"WH-07"},
            cost = "free")
    @EmulatorOnly(reason = NO_INBOX)
    void a_webhook_may_come_twice_under_one_id(Api api, Control control) {
        control.freeze();
        control.strikeNext("webhook-duplicate");
        String id = submit(api, control).data().path("id").asText();
        control.advance(LONG);

        assertThat(control.deliveries())
                .hasSize(2)
                .allSatisfy(
                        delivery -> assertThat(header(delivery, "webhook-id")).isEqualTo(id));
        control.allStruck();
    }

    @ContractCase(
            id = "webhooks.mishap.out-of-order",
            claims = {"WH-07"},
            cost = "free")
    @EmulatorOnly(reason = NO_INBOX)
    void a_webhook_may_come_after_a_later_one(Api api, Control control) {
        control.freeze();
        // Whichever of the two ends first: the one that was struck waits for the other.
        String first = submit(api, control).data().path("id").asText();
        control.strikeJob(first, "webhook-out-of-order");
        String second = submit(api, control).data().path("id").asText();
        control.advance(LONG);

        assertThat(control.deliveries())
                .extracting(delivery -> header(delivery, "webhook-id"))
                .containsExactly(second, first);
        control.allStruck();
    }

    @ContractCase(
            id = "webhooks.mishap.lost",
            claims = {"WH-07"},
            cost = "free")
    @EmulatorOnly(reason = NO_INBOX)
    void a_webhook_may_never_come_and_a_poll_knows_all_the_same(Api api, Control control) {
        control.freeze();
        control.strikeNext("webhook-lost");
        Answer submitted = submit(api, control);
        control.advance(LONG);

        assertThat(control.deliveries()).isEmpty();
        assertThat(api.follow(submitted)).completed();
        control.allStruck();
    }

    private static Answer submit(Api api, Control control) {
        return api.submit(Api.TEXT_TO_VIDEO + control.toInbox(), Map.of("prompt", "A figure walks"));
    }

    private static JsonNode only(List<JsonNode> deliveries) {
        assertThat(deliveries).hasSize(1);
        return deliveries.get(0);
    }

    private static String header(JsonNode delivery, String name) {
        return delivery.path("headers").path(name).asText();
    }

    private static String signature(Api api, JsonNode delivery) {
        String secret = api.get("/api/v3/webhook/secret").data().path("secret").asText();
        String signed = header(delivery, "webhook-id") + "." + header(delivery, "webhook-timestamp") + "."
                + delivery.path("body").asText();
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(
                    secret.replaceFirst("^whsec_", "").getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "v3," + HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java without HMAC-SHA256", e);
        }
    }
}
