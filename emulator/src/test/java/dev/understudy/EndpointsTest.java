package dev.understudy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.webhook.Endpoint;
import dev.understudy.webhook.Endpoints;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Receivers of webhooks that are registered for a key, as in a provider's dashboard. */
class EndpointsTest {

    private static final String PATH = "/__understudy/webhooks/endpoints";
    private static final String URL = "http://127.0.0.1:9/hook?user=7";

    private Understudy understudy;
    private Api api;

    @BeforeEach
    void start() {
        understudy = Understudy.builder().seed(5).start();
        api = new Api(understudy, "mine");
    }

    @AfterEach
    void stop() {
        understudy.close();
    }

    @Test
    void oneIsAddedShownWithoutItsSecretAndRemoved() {
        JsonNode added = add("video.completed", "video.failed");
        assertThat(added.path("url").asText()).isEqualTo(URL);
        assertThat(added.path("events"))
                .extracting(JsonNode::asText)
                .containsExactly("video.completed", "video.failed");
        assertThat(added.path("secret").asText()).matches("whsec_[A-Za-z0-9+/]{43}=");

        Api.Answer listed = api.get(PATH);
        assertThat(listed.json().path("endpoints"))
                .singleElement()
                .satisfies(one -> assertThat(one.path("id").asText())
                        .isEqualTo(added.path("id").asText()));
        assertThat(listed.text()).doesNotContain("whsec_");
        assertThat(new Api(understudy, "theirs").get(PATH).json().path("endpoints"))
                .isEmpty();

        String id = added.path("id").asText();
        assertThat(delete(id).status()).isEqualTo(204);
        assertThat(delete(id).status()).isEqualTo(404);
        assertThat(api.get(PATH).json().path("endpoints")).isEmpty();
    }

    @Test
    void idsAndSecretsAreDrawnFromTheKey() {
        JsonNode first = add("video.failed");
        JsonNode second = add("video.failed");
        api.post("/__understudy/reset", "");

        assertThat(add("video.failed")).isEqualTo(first);
        assertThat(second.path("id")).isNotEqualTo(first.path("id"));
        assertThat(second.path("secret")).isNotEqualTo(first.path("secret"));
        Endpoint theirs = understudy.sandbox("theirs").addWebhookEndpoint(URL, "video.failed");
        assertThat(theirs.secret()).isNotEqualTo(first.path("secret").asText());
        assertThat(theirs.toString()).doesNotContain("whsec_").doesNotContain("user=7");
    }

    @Test
    void aJavaTestNeedsNoHttp() {
        Endpoint added = api.sandbox().addWebhookEndpoint(URL, "video.completed");

        assertThat(api.sandbox().webhookEndpoints()).containsExactly(added);
        assertThat(api.get(PATH).json().path("endpoints")).hasSize(1);
        assertThat(added.wants("video.completed")).isTrue();
        assertThat(added.wants("video.failed")).isFalse();
        assertThat(added.mark("a")).matches("[0-9a-f]{32}").isEqualTo(added.mark("a"));
        assertThat(added.mark("b")).isNotEqualTo(added.mark("a"));
        assertThat(api.sandbox().removeWebhookEndpoint(added.id())).isTrue();
        assertThat(api.sandbox().removeWebhookEndpoint(added.id())).isFalse();
        assertThatThrownBy(() -> api.sandbox().addWebhookEndpoint("ftp://host/", "video.failed"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> api.sandbox().addWebhookEndpoint(URL)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"url\": \"http://a.test/\"}",
                "{\"url\": \"ftp://a.test/\", \"events\": [\"video.failed\"]}",
                "{\"url\": \"/hook\", \"events\": [\"video.failed\"]}",
                "{\"url\": 7, \"events\": [\"video.failed\"]}",
                "{\"url\": \"http://a.test/\", \"events\": []}",
                "{\"url\": \"http://a.test/\", \"events\": \"video.failed\"}",
                "{\"url\": \"http://a.test/\", \"events\": [\"video failed\"]}",
                "{\"url\": \"http://a.test/\", \"events\": [7]}",
                "{\"url\": \"http://a.test/\", \"events\": [\"video.failed\"], \"secret\": \"x\"}"
            })
    void whatCannotBeOneIsRefused(String body) {
        assertThat(api.post(PATH, body).status()).isEqualTo(400);
        assertThat(api.sandbox().webhookEndpoints()).isEmpty();
    }

    @Test
    void aMisspeltEventIsRefusedWithThoseThereAreAndTheNearest() {
        Api.Answer refused = api.post(PATH, Map.of("url", URL, "events", List.of("video.failed", "video.complete")));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("title").asText())
                .isEqualTo("events must be one of video.completed, video.failed; did you mean video.completed?");
        assertThat(refused.json().path("suggestion").asText()).isEqualTo("video.completed");
        assertThatThrownBy(() -> api.sandbox().addWebhookEndpoint(URL, "video.complete"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("did you mean video.completed?");
        assertThat(api.sandbox().webhookEndpoints()).isEmpty();
    }

    @Test
    void thereAreTwentyAtMost() {
        for (int i = 0; i < Endpoints.MOST; i++) {
            add("video.failed");
        }

        assertThat(api.post(PATH, Map.of("url", URL, "events", List.of("video.failed")))
                        .status())
                .isEqualTo(409);
        assertThatThrownBy(() -> api.sandbox().addWebhookEndpoint(URL, "video.failed"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theyComeAlongInSnapshotsAndForks() {
        String inbox = understudy.baseUrl() + api.sandbox().inboxPath("in");
        Endpoint kept = api.sandbox().addWebhookEndpoint(inbox, "video.failed");
        api.sandbox().snapshot("kept");
        api.sandbox().removeWebhookEndpoint(kept.id());
        Endpoint later = api.sandbox().addWebhookEndpoint(URL, "video.failed");

        api.sandbox().restore("kept");
        assertThat(api.sandbox().webhookEndpoints()).containsExactly(kept);

        SandboxHandle fork = understudy.sandbox("theirs");
        api.sandbox().forkTo(fork);
        assertThat(fork.webhookEndpoints()).singleElement().satisfies(one -> {
            assertThat(one.id()).isEqualTo(kept.id());
            assertThat(one.secret()).isEqualTo(kept.secret());
            assertThat(one.url()).hasPath(fork.inboxPath("in"));
        });
        assertThat(fork.addWebhookEndpoint(URL, "video.failed")).isEqualTo(later);
    }

    private JsonNode add(String... events) {
        Api.Answer answer = api.post(PATH, Map.of("url", URL, "events", List.of(events)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    private Api.Answer delete(String id) {
        return api.send("DELETE", PATH + "/" + id, BodyPublishers.noBody());
    }
}
