package dev.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.settings.Setting;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Sandboxes in a list, and named by what may be shown of them. */
class SandboxReferencesTest {

    private static final String PREDICTIONS = "/__understudy/predictions";
    private static final String REFERENCE = "Understudy-Sandbox";
    private static Understudy understudy;
    private Api api;

    @BeforeAll
    static void start() {
        understudy = Understudy.builder().seed(7).with(Setting.CLOCK, "frozen").start();
    }

    @AfterAll
    static void stop() {
        understudy.close();
    }

    @BeforeEach
    void aKeyForEachTest(TestInfo test) {
        api = new Api(understudy, "key-of-" + test.getDisplayName());
    }

    private Api.Answer byReference(String path) {
        return api.anonymous(
                "GET", path, BodyPublishers.noBody(), REFERENCE, api.sandbox().reference());
    }

    private JsonNode predictions(String query) {
        return byReference(PREDICTIONS + query).json();
    }

    @Test
    void sandboxesAreListedByReferenceWithTheirJobsMoneyAndClock() {
        api.submit(Api.TEXT_TO_VIDEO, Map.of("prompt", "Rain"));
        api.sandbox().advance(Duration.ofHours(1));
        api.submit(Api.TEXT_TO_VIDEO, Map.of("prompt", "Snow"));

        Api.Answer answer = api.anonymous("GET", "/__understudy/sandboxes", BodyPublishers.noBody());

        JsonNode first = answer.json().path("sandboxes").path(0);
        assertThat(first.path("reference").asText()).isEqualTo(api.sandbox().reference());
        assertThat(first.path("jobs").toString()).isEqualTo("{\"completed\":1,\"queued\":1}");
        assertThat(first.path("clock").path("mode").asText()).isEqualTo("frozen");
        assertThat(first.path("lastSeen").asText())
                .isEqualTo(first.path("clock").path("now").asText())
                .isEqualTo(api.sandbox().now().toString());
        assertThat(first.path("money").path("net").decimalValue())
                .isEqualByComparingTo(api.sandbox().ledger().net());
        assertThat(first.path("entries").asInt())
                .isEqualTo(api.sandbox().journal().size());
        assertThat(first.path("profile").asText()).isEqualTo("stable");
        assertThat(answer.text()).doesNotContain("key-of-");
    }

    @Test
    void theListOfSandboxesHasABound() {
        for (int i = 0; i < 3; i++) {
            understudy.sandbox("more " + i);
        }

        JsonNode list = api.anonymous("GET", "/__understudy/sandboxes?limit=2", BodyPublishers.noBody())
                .json();

        assertThat(list.path("sandboxes")).hasSize(2);
        assertThat(list.path("total").asInt()).isGreaterThan(2);
        assertThat(api.get("/__understudy/sandboxes?limit=0").status()).isEqualTo(400);
    }

    @Test
    void aSandboxCanBeNamedByItsReferenceWhereNoKeyIsSent() {
        api.submit(Api.TEXT_TO_VIDEO, Map.of("prompt", "Rain"));

        JsonNode advanced = api.anonymous(
                        "POST",
                        "/__understudy/clock/advance",
                        BodyPublishers.ofString("{\"by\":\"PT1H\"}"),
                        REFERENCE,
                        api.sandbox().reference())
                .json();

        assertThat(advanced.path("now").asText()).isEqualTo(api.sandbox().now().toString());
        assertThat(byReference("/__understudy/ledger").json())
                .isEqualTo(api.get("/__understudy/ledger").json());
    }

    @Test
    void whoHasAKeyLearnsItsReference() {
        api.submit(Api.TEXT_TO_VIDEO, Map.of("prompt", "Rain"));

        JsonNode summary = api.get("/__understudy/sandbox").json();

        assertThat(summary.path("reference").asText()).isEqualTo(api.sandbox().reference());
        assertThat(summary.path("jobs").path("queued").asInt()).isEqualTo(1);
        assertThat(byReference("/__understudy/sandbox").json()).isEqualTo(summary);
    }

    @Test
    void aKeyGoesBeforeAReference() {
        Api other = new Api(understudy, "another");
        api.submit(Api.TEXT_TO_VIDEO, Map.of("prompt", "Rain"));

        Api.Answer answer = other.get(PREDICTIONS, REFERENCE, api.sandbox().reference());

        assertThat(answer.json().path("total").asInt()).isZero();
    }

    @Test
    void aReferenceThatNobodyHasIsNotFoundAndMakesNoSandbox() {
        int before = sandboxes();

        Api.Answer answer = api.anonymous("GET", PREDICTIONS, BodyPublishers.noBody(), REFERENCE, "0123456789abcdef");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().path("title").asText()).contains(REFERENCE);
        assertThat(sandboxes()).isEqualTo(before);
    }

    private int sandboxes() {
        return api.anonymous("GET", "/__understudy/sandboxes", BodyPublishers.noBody())
                .json()
                .path("total")
                .asInt();
    }

    @Test
    void whoHasNoTokenIsNotToldWhichReferencesThereAre() {
        try (Understudy guarded =
                Understudy.builder().with(Setting.CONTROL_TOKEN, "s3cret").start()) {
            Api caller = new Api(guarded, "any");
            String known = caller.sandbox().reference();

            for (String reference : List.of(known, "0123456789abcdef")) {
                assertThat(caller.anonymous("GET", PREDICTIONS, BodyPublishers.noBody(), REFERENCE, reference)
                                .status())
                        .as(reference)
                        .isEqualTo(401);
            }
            assertThat(caller.anonymous(
                                    "GET",
                                    PREDICTIONS,
                                    BodyPublishers.noBody(),
                                    REFERENCE,
                                    known,
                                    "Understudy-Token",
                                    "s3cret")
                            .status())
                    .isEqualTo(200);
            assertThat(caller.anonymous("GET", "/__understudy/sandboxes", BodyPublishers.noBody())
                            .status())
                    .isEqualTo(401);
        }
    }
}
