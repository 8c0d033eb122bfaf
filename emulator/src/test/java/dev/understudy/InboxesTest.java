package dev.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.webhook.Received;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Webhooks for tests that have no receiver, and how the URL of one is written. */
class InboxesTest {

    private static final Map<String, String> JOE = Map.of("video", "https://example.com/a.mp4", "name", "Joe");

    private static Understudy understudy;
    private Api api;

    @BeforeAll
    static void start() {
        understudy = Understudy.builder().seed(7).start();
    }

    @AfterAll
    static void stop() {
        understudy.close();
    }

    @BeforeEach
    void aFrozenClockForEachTest(TestInfo test) {
        api = new Api(understudy, test.getDisplayName() + test.getTestMethod());
        api.sandbox().freeze();
    }

    @Test
    void whatWasDeliveredCanBeReadAndEmptied() {
        String url = inbox("jobs").path("url").asText();
        assertThat(inbox("jobs").path("deliveries")).isEmpty();
        String id = submit("webhook=" + encoded(url + "?user=7"));
        assertThat(inbox("jobs").path("deliveries")).isEmpty();

        api.sandbox().advance(Duration.ofSeconds(1));

        JsonNode delivery = inbox("jobs").path("deliveries").path(0);
        assertThat(delivery.path("headers").path("webhook-id").asText()).isEqualTo(id);
        assertThat(delivery.path("headers").path("webhook-signature").asText()).matches("v3,[0-9a-f]{64}");
        assertThat(delivery.path("query").asText()).isEqualTo("user=7");
        assertThat(delivery.path("body").asText()).startsWith("{\"id\":\"" + id).endsWith("}}");
        assertThat(delivery.path("signatureValid").asBoolean()).isTrue();
        assertThat(api.sandbox().inbox("jobs")).hasSize(1);
        assertThat(inbox("others").path("deliveries")).isEmpty();

        assertThat(api.send("DELETE", "/__understudy/inbox/jobs", BodyPublishers.noBody())
                        .status())
                .isEqualTo(204);
        assertThat(inbox("jobs").path("deliveries")).isEmpty();
    }

    @Test
    void whatCameToAllOfThemIsSeenAtAGlanceAndReadOneByOne() {
        for (String name : List.of("jobs", "others", "jobs")) {
            api.anonymous("POST", api.sandbox().inboxPath(name), BodyPublishers.ofString("{\"to\":\"" + name + "\"}"));
        }

        JsonNode all = api.get("/__understudy/inbox?limit=2").json();
        assertThat(all.path("total").asInt()).isEqualTo(3);
        assertThat(all.path("deliveries").toString())
                .startsWith("[{\"number\":3,\"inbox\":\"jobs\",")
                .contains("{\"number\":2,\"inbox\":\"others\",")
                .doesNotContain("\"number\":1,", "body");

        JsonNode first = inbox("jobs?number=1").path("deliveries");
        assertThat(first).hasSize(1);
        assertThat(first.path(0).path("body").asText()).isEqualTo("{\"to\":\"jobs\"}");
        assertThat(inbox("jobs?number=2").path("deliveries")).isEmpty();
        assertThat(api.get("/__understudy/inbox/jobs?number=first").status()).isEqualTo(400);
    }

    /** As from behind a mapped port: nothing listens there as far as the server can see. */
    @Test
    void theNameUnderWhichACallerKnowsTheServerNeedNotExistForTheServer() {
        String url = api.get("/__understudy/inbox/jobs", "X-Forwarded-Host", "understudy.example.com:1")
                .json()
                .path("url")
                .asText();
        assertThat(url).startsWith("http://understudy.example.com:1/__understudy/inbox/");

        submit("webhook=" + encoded(url));
        api.sandbox().advance(Duration.ofSeconds(1));

        assertThat(api.sandbox().inbox("jobs")).hasSize(1);
    }

    @Test
    void aJavaTestNeedsNoHttpToReadIt() {
        URI url = understudy.baseUrl().resolve(api.sandbox().inboxPath("jobs"));
        assertThat(inbox("jobs").path("url").asText()).isEqualTo(url.toString());

        String id = submit("webhook=" + encoded(url.toString()));
        api.sandbox().advance(Duration.ofSeconds(1));

        assertThat(api.sandbox().inbox("jobs")).singleElement().satisfies(delivery -> {
            assertThat(delivery.headers()).containsEntry("webhook-id", id);
            assertThat(delivery.body()).contains("\"status\":\"completed\"");
            assertThat(delivery.signatureValid()).isTrue();
        });
    }

    @Test
    void anInboxTakesDeliveriesOverTheNetworkToo() {
        String path = api.sandbox().inboxPath("jobs");

        Api.Answer taken = api.anonymous("POST", path + "?a=b", BodyPublishers.ofString("{}"), "webhook-id", "x");
        assertThat(taken.status()).isEqualTo(204);
        assertThat(api.sandbox().inbox("jobs")).singleElement().satisfies(delivery -> {
            assertThat(delivery.query()).isEqualTo("a=b");
            assertThat(delivery.body()).isEqualTo("{}");
            assertThat(delivery.headers()).containsEntry("webhook-id", "x");
            assertThat(delivery.signatureValid()).isFalse();
        });

        byte[] tooLarge = new byte[(1 << 20) + 1];
        assertThat(api.anonymous("POST", path, BodyPublishers.ofByteArray(tooLarge))
                        .status())
                .isEqualTo(413);
        String nobodys = "/__understudy/inbox/0123456789abcdef/jobs";
        assertThat(api.anonymous("POST", nobodys, BodyPublishers.ofString("{}")).status())
                .isEqualTo(404);
    }

    @Test
    void anInboxIsReadWithItsKeyOnly() {
        assertThat(api.anonymous("GET", "/__understudy/inbox/jobs", BodyPublishers.noBody())
                        .status())
                .isEqualTo(401);
        assertThat(api.get("/__understudy/inbox/a%20b").status()).isEqualTo(400);
    }

    @Test
    void oldClientsAppendTheUrlAsItIs() {
        String url = inbox("jobs").path("url").asText();

        submit("webhook=" + url + "?user=7&token=a%2Fb");
        submit("a=b&webhook=" + url + "&c=d");
        submit("c=d&webhook=" + encoded(url + "?x=1&y=%2F") + "&e=f");
        submit("nowebhook=" + url);
        api.sandbox().advance(Duration.ofSeconds(1));

        List<Received> received = api.sandbox().inbox("jobs");
        assertThat(received)
                .extracting(Received::query)
                .containsExactlyInAnyOrder("user=7&token=a%2Fb", "", "x=1&y=%2F");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "webhook=",
                "webhook=hook",
                "webhook=%2Fhook",
                "webhook=ftp%3A%2F%2Fexample.com%2F",
                "webhook=http:///hook",
                "webhook=https%3A%2F%2F",
                "webhook=%zz",
                "webhook=http://exa%20mple.com/",
                "a=b&webhook=mailto%3Ajoe"
            })
    void whatIsNoUrlIsRefusedWithASentence(String query) {
        Api.Answer answer = api.post(Api.CHARACTERS + "?" + query.replace("%zz", "%25zz"), JOE);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text())
                .isEqualTo("{\"code\":400,\"message\":"
                        + "\"webhook must be an http or https URL of at most 2048 characters\"}");
    }

    @Test
    void aUrlMayHaveTwoThousandAndFortyEightCharacters() {
        String url = "http://example.com/" + "a".repeat(2_048 - "http://example.com/".length());

        assertThat(api.post(Api.CHARACTERS + "?webhook=" + url, JOE).status()).isEqualTo(200);
        assertThat(api.post(Api.CHARACTERS + "?webhook=" + url + "a", JOE).status())
                .isEqualTo(400);
    }

    @Test
    void webhooksDoNotGoWithBase64OutputAsDocumented() {
        Api.Answer answer = api.post(
                Api.TEXT_TO_VIDEO + "?webhook=http%3A%2F%2Fa.test%2F",
                Map.of("prompt", "Joe waves", "enable_base64_output", true));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text())
                .isEqualTo("{\"error\":\"webhook callback does not support base64 output, "
                        + "please use the normal API to use base64 output\"}");
    }

    private String submit(String query) {
        Api.Answer answer = api.post(Api.CHARACTERS + "?" + query, JOE);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.data().path("id").asText();
    }

    private JsonNode inbox(String name) {
        return api.get("/__understudy/inbox/" + name).json();
    }

    private static String encoded(String url) {
        return URLEncoder.encode(url, StandardCharsets.UTF_8);
    }
}
