package dev.understudy.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.understudy.Understudy;
import dev.understudy.openapi.ApiDocument;
import dev.understudy.webhook.Endpoint;
import dev.understudy.webhook.Received;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events that tell of the ends of videos. */
class OpenAiWebhooksTest {

    private Understudy understudy;
    private Client client;

    @BeforeEach
    void start() {
        understudy = Understudy.builder().seed(8).start();
        client = new Client(understudy, "hooks");
        client.sandbox().freeze();
    }

    @AfterEach
    void stop() {
        understudy.close();
    }

    private void endpoint(String inbox, String... events) {
        String url = understudy.baseUrl() + client.sandbox().inboxPath(inbox);
        Endpoint added = client.sandbox().addWebhookEndpoint(url, events);
        assertThat(added.secret()).startsWith("whsec_");
    }

    private static JsonNode json(Received received) throws Exception {
        return new ObjectMapper().readTree(received.body());
    }

    @Test
    void anEndpointIsToldOfTheEventsThatItWants() throws Exception {
        endpoint("all", "video.completed", "video.failed");
        endpoint("failures", "video.failed");
        String good = client.video(Map.of("prompt", "Rain"));
        String bad = client.video(Map.of("prompt", "Rain [[fault: moderated]]"));

        List<Received> all = client.sandbox().inbox("all");
        assertThat(all).hasSize(2).allSatisfy(one -> {
            assertThat(one.signatureValid()).isTrue();
            ApiDocument.OPENAI.checkDelivery(one.body());
        });
        JsonNode first = json(all.get(0));
        assertThat(first.path("type").asText()).isEqualTo("video.completed");
        assertThat(first.at("/data/id").asText()).isEqualTo(good);
        assertThat(first.path("created_at").asLong())
                .isEqualTo(client.retrieve(good).json().path("completed_at").asLong());
        assertThat(client.sandbox().inbox("failures"))
                .singleElement()
                .satisfies(one -> assertThat(json(one).at("/data/id").asText()).isEqualTo(bad));
    }

    @Test
    void charactersAreNoEventsAndFaultsOfWebhooksStrike() {
        endpoint("all", "video.completed");
        client.character("Mossy");
        assertThat(client.sandbox().inbox("all")).isEmpty();

        client.video(Map.of("prompt", "Rain [[fault: webhook-duplicate]]"));
        assertThat(client.sandbox().inbox("all")).hasSize(2);
    }
}
