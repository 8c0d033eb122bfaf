package dev.understudy.contract.cases.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.contract.ContractCase;
import dev.understudy.contract.EmulatorOnly;
import dev.understudy.contract.api.Answer;
import dev.understudy.contract.api.Control;
import dev.understudy.contract.api.OpenAi;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Webhooks as the receiver of a project gets them. */
final class EventContract {
    private static final String NO_INBOX = "the real service cannot reach an inbox of a test";

    @ContractCase(
            id = "openai.webhooks.completed",
            claims = {"OV-47"},
            cost = "free")
    @EmulatorOnly(reason = NO_INBOX)
    void the_end_of_a_video_is_an_event_that_names_it(OpenAi openai, Control control) {
        control.freeze();
        control.subscribe("video.completed", "video.failed");
        JsonNode body = body(ended(openai, control));

        assertThat(body.path("id").asText()).startsWith("evt_");
        assertThat(body.path("object").asText()).isEqualTo("event");
        assertThat(body.path("created_at").isIntegralNumber()).isTrue();
        assertThat(body.path("type").asText()).isEqualTo("video.completed");
        assertThat(body.path("data")).hasSize(1);
        assertThat(body.path("data").path("id").asText()).startsWith("video_");
    }

    @ContractCase(
            id = "openai.webhooks.failed",
            claims = {"OV-47"},
            cost = "free")
    @EmulatorOnly(reason = NO_INBOX)
    void a_failure_is_an_event_of_its_own(OpenAi openai, Control control) {
        control.freeze();
        control.subscribe("video.completed", "video.failed");
        control.strikeNext("fails");

        assertThat(body(ended(openai, control)).path("type").asText()).isEqualTo("video.failed");
        control.allStruck();
    }

    @ContractCase(
            id = "openai.webhooks.signature",
            claims = {"OV-47"},
            cost = "free")
    @EmulatorOnly(reason = NO_INBOX)
    void an_event_is_signed_with_the_secret_of_its_receiver(OpenAi openai, Control control) {
        control.freeze();
        String secret = control.subscribe("video.completed");
        JsonNode delivery = ended(openai, control);

        assertThat(header(delivery, "webhook-signature").split(" ")).contains(signature(secret, delivery));
    }

    private static JsonNode ended(OpenAi openai, Control control) {
        openai.createVideo(Map.of("prompt", "A figure walks"));
        control.advance(Duration.ofMinutes(30));
        List<JsonNode> deliveries = control.deliveries();
        assertThat(deliveries).hasSize(1);
        return deliveries.get(0);
    }

    private static JsonNode body(JsonNode delivery) {
        String text = delivery.path("body").asText();
        return new Answer("webhook", 200, Map.of(), new byte[0], text).json();
    }

    private static String header(JsonNode delivery, String name) {
        return delivery.path("headers").path(name).asText();
    }

    private static String signature(String secret, JsonNode delivery) {
        String signed = header(delivery, "webhook-id") + "." + header(delivery, "webhook-timestamp") + "."
                + delivery.path("body").asText();
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.replaceFirst("^whsec_", "")), "HmacSHA256"));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java without HMAC-SHA256", e);
        }
    }
}
