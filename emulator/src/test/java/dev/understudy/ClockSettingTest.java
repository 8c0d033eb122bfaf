package dev.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.time.ClockMode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Setting a sandbox's clock over HTTP. */
class ClockSettingTest {

    private static final String CLOCK = "/__understudy/clock";
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final Map<String, String> JOE = Map.of("video", "https://example.com/a.mp4", "name", "Joe");

    private static Understudy.Builder march() {
        return Understudy.builder().seed(1).clock(ClockMode.frozen()).now(MARCH);
    }

    @Test
    void theClockCanBeSetForwardWhichIsAPush() {
        try (Understudy understudy = march().start()) {
            Api api = new Api(understudy, "forward");
            String id = api.submit(Api.CHARACTERS, JOE);

            JsonNode answer = api.post(CLOCK, Map.of("mode", "scaled", "scale", 0.5, "now", "2026-03-01T00:00:10Z"))
                    .json();

            assertThat(answer.path("mode").asText()).isEqualTo("scaled");
            assertThat(answer.path("scale").asDouble()).isEqualTo(0.5);
            assertThat(answer.path("fired").findValuesAsText("to")).containsExactly("processing", "completed");
            assertThat(api.status(id)).isEqualTo("completed");
        }
    }

    @Test
    void theClockGoesBackOnlyWhileNothingHasHappened() {
        try (Understudy understudy = Understudy.builder().start()) {
            Api fresh = new Api(understudy, "fresh");
            fresh.get("/api/v3/balance");
            assertThat(fresh.post(CLOCK, Map.of("mode", "frozen", "now", MARCH.toString()))
                            .text())
                    .isEqualTo("{\"mode\":\"frozen\",\"now\":\"2026-03-01T00:00:00Z\",\"fired\":[],\"more\":0,"
                            + "\"settled\":true}");
            fresh.post(Api.CHARACTERS, JOE);
            assertThat(fresh.post("/api/v3/billings/search", "{}").text())
                    .contains("\"created_at\":\"2026-03-01T00:00:00Z\"");

            Api.Answer refused = fresh.post(CLOCK, Map.of("mode", "real", "now", "2026-02-28T00:00:00Z"));
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.json().path("title").asText())
                    .isEqualTo("the clock cannot go back from 2026-03-01T00:00:00Z to 2026-02-28T00:00:00Z: something"
                            + " has happened in this sandbox; reset it first");
            assertThat(fresh.get(CLOCK).text()).isEqualTo("{\"mode\":\"frozen\",\"now\":\"2026-03-01T00:00:00Z\"}");
        }
    }

    @Test
    void anUploadOrADeliveryIsSomethingThatHasHappened() {
        try (Understudy understudy = march().start()) {
            Api uploads = new Api(understudy, "uploads");
            uploads.upload("a.mp4", Api.clip("clip-3s.mp4"));
            Api deliveries = new Api(understudy, "deliveries");
            String inbox = deliveries.sandbox().inboxPath("a");
            deliveries.anonymous("POST", inbox, BodyPublishers.ofString("{}"));

            for (Api api : List.of(uploads, deliveries)) {
                assertThat(api.post(CLOCK, Map.of("now", "2026-02-28T00:00:00Z"))
                                .status())
                        .isEqualTo(409);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            clock         | {}                                | mode       | mode or now must be given
            clock         | {"mode":"frosen"}                 | mode       | mode must be one of real, scaled, frozen; did you mean frozen?
            clock         | {"mode":1}                        | mode       | mode must be a string
            clock         | {"mode":"scaled"}                 | scale      | a scaled clock needs a scale, such as 60
            clock         | {"mode":"scaled","scale":"2"}     | scale      | scale must be a number
            clock         | {"mode":"scaled","scale":0}       | scale      | scale must be a number from 0.001 to 100000
            clock         | {"mode":"real","scale":2}         | scale      | only a scaled clock takes a scale
            clock         | {"mod":"real"}                    | mod        | there is no field mod; there are mode, now, scale; did you mean mode?
            clock         | {"now":"tomorrow"}                | now        | now must be a time as ISO 8601 has it, such as 2026-03-01T00:00:00Z
            clock         | {"now":"1969-01-01T00:00:00Z"}    | now        | now leads to a time that a clock cannot show; it shows 1970 to 9999
            clock/advance | {}                                | by         | either by or to must be given: a length of time such as PT2M, or a time
            clock/advance | {"by":"PT1S","to":"2027-01-01T00:00:00Z"} | by | either by or to must be given: a length of time such as PT2M, or a time
            clock/advance | {"by":"2m"}                       | by         | by must be a length of time as ISO 8601 has it, such as PT2M or PT0.5S
            clock/advance | {"by":"PT-1S"}                    | by         | by must not be negative: the clock of a sandbox goes forward
            clock/advance | {"by":"P9999999D"}                | by         | by leads to a time that a clock cannot show; it shows 1970 to 9999
            clock/advance | {"by":"PT9223372036854775807S"}   | by         | by leads to a time that a clock cannot show; it shows 1970 to 9999
            clock/advance | {"to":"2026-02-28T00:00:00Z"}     | to         | to must not be before the sandbox's time, which is 2026-03-01T00:00:00Z
            """)
    void whatCannotBeUsedIsNamedAndNothingIsChanged(String path, String body, String field, String title) {
        try (Understudy understudy = march().start()) {
            Api api = new Api(understudy, "strict");

            Api.Answer answer = api.post("/__understudy/" + path, body);

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().path("field").asText()).isEqualTo(field);
            assertThat(answer.json().path("title").asText()).isEqualTo(title);
            assertThat(api.get(CLOCK).text()).isEqualTo("{\"mode\":\"frozen\",\"now\":\"2026-03-01T00:00:00Z\"}");
        }
    }
}
