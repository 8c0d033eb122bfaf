package dev.understudy.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.Api;
import dev.understudy.Understudy;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What webhooks deliver is in the document too. */
class DeliveriesTest {

    private static final String INBOX = "/__understudy/inbox/told";

    private static Understudy understudy;

    @BeforeAll
    static void start() {
        understudy = Understudy.builder().start();
    }

    @AfterAll
    static void stop() {
        understudy.close();
    }

    private static JsonNode delivered(String key, Map<String, ?> input) {
        Api api = new Api(understudy, key);
        String receiver = api.get(INBOX).json().path("url").asText();
        api.run(Api.TEXT_TO_VIDEO + "?webhook=" + URLEncoder.encode(receiver, StandardCharsets.UTF_8), input);
        api.sandbox().advance(Duration.ofSeconds(1));
        JsonNode deliveries = api.get(INBOX).json().path("deliveries");
        assertThat(deliveries).hasSize(1);
        return deliveries.get(0);
    }

    @Test
    void ofACompletedJob() {
        String body =
                delivered("completed", Map.of("prompt", "Rain")).path("body").asText();

        ApiDocument.WAVESPEED.checkDelivery(body);
        for (String part : List.of("\"input\":", "\"outputs\":", "\"urls\":", "\"created_at\":")) {
            assertThatThrownBy(() -> ApiDocument.WAVESPEED.checkDelivery(body.replace(part, "\"other\":")))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining(part.replaceAll("\\W", ""));
        }
    }

    @Test
    void ofAFailedJob() {
        Map<String, ?> input = Map.of("prompt", "Nobody waves", "characters", List.of(Map.of("id", "char_unknown")));
        JsonNode delivery = delivered("failed", input);

        ApiDocument.WAVESPEED.checkDelivery(delivery.path("body").asText());
        assertThat(delivery.path("body").asText()).contains("\"status\":\"failed\"");
        assertThat(delivery.path("headers").path("webhook-signature").asText()).matches("v3,[0-9a-f]{64}");
    }
}
