package dev.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.sandbox.Event;
import dev.understudy.sandbox.Fired;
import dev.understudy.settings.AccountLevel;
import dev.understudy.settings.Pace;
import dev.understudy.settings.Setting;
import dev.understudy.time.ClockMode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A sandbox's clock over HTTP: read, set and pushed. */
class ClockTest {

    private static final String CLOCK = "/__understudy/clock";
    private static final String ADVANCE = CLOCK + "/advance";
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final Map<String, String> JOE = Map.of("video", "https://example.com/a.mp4", "name", "Joe");

    private static Understudy.Builder march() {
        return Understudy.builder().seed(1).clock(ClockMode.frozen()).now(MARCH);
    }

    /** The experiment in which a general mock server keeps saying "processing". */
    @Test
    void aJobThatIsDueInAMinuteHasEndedAfterTwoAndOnlyThen() {
        try (Understudy understudy = Understudy.builder().pace(Pace.REALISTIC).start()) {
            Api api = new Api(understudy, "experiment");
            assertThat(api.post(CLOCK, Map.of("mode", "frozen"))
                            .json()
                            .path("mode")
                            .asText())
                    .isEqualTo("frozen");
            String id = submit(api, Api.TEXT_TO_VIDEO, Map.of("prompt", "a"));
            api.post(ADVANCE, Map.of("by", "PT60S"));
            assertThat(status(api, id)).isEqualTo("processing");

            JsonNode answer = api.post(ADVANCE, Map.of("by", "PT120S")).json();

            assertThat(status(api, id)).isEqualTo("completed");
            assertThat(answer.path("fired").findValuesAsText("to")).containsExactly("completed");
            assertThat(answer.path("settled").asBoolean()).isTrue();
        }
    }

    @Test
    void whatFiredIsToldInTheOrderOfItsTimes() throws Exception {
        try (Understudy understudy = march().level(AccountLevel.BRONZE).start();
                Receiver receiver = new Receiver(500)) {
            Api api = new Api(understudy, "orderly");
            String upload = api.upload("a.mp4", Api.clip("clip-3s.mp4"));
            String id = submit(
                    api, Api.TEXT_TO_VIDEO + "?webhook=" + receiver.url("/hook?secret=1"), Map.of("prompt", "a"));

            JsonNode answer = api.post(ADVANCE, Map.of("by", "P8D")).json();

            assertThat(answer.path("now").asText()).isEqualTo("2026-03-09T00:00:00Z");
            assertThat(answer.path("more").asInt()).isZero();
            assertThat(answer.path("settled").asBoolean()).isTrue();
            List<String> fired = new ArrayList<>();
            answer.path("fired").forEach(event -> fired.add(told(event)));
            assertThat(fired)
                    .containsExactly(
                            "transition " + id + " queued processing",
                            "transition " + id + " processing completed",
                            "webhook " + id + " 1 " + receiver.url("/hook") + " false HTTP 500",
                            "webhook " + id + " 2 " + receiver.url("/hook") + " true HTTP 200",
                            "refill",
                            "expiry prediction " + id,
                            "expiry output " + id,
                            "expiry upload " + upload.split("/uploads/")[1].split("/")[0]);
            assertThat(answer.path("fired").findValuesAsText("at")).isSorted();
            Instant ended =
                    Instant.parse(answer.path("fired").path(1).path("at").asText());
            assertThat(answer.path("fired").path(2).path("at").asText()).isEqualTo(ended.toString());
            assertThat(answer.path("fired").path(3).path("at").asText())
                    .isEqualTo(ended.plusSeconds(5).toString());
        }
    }

    private static String told(JsonNode event) {
        List<String> words = new ArrayList<>();
        event.properties().stream()
                .filter(field -> !field.getKey().equals("at"))
                .forEach(field -> words.add(field.getValue().asText()));
        return String.join(" ", words);
    }

    @Test
    void aPushWaitsForAClipThatIsStillBeingRead() throws Exception {
        try (Understudy understudy = march().start();
                MediaHost host = new MediaHost()) {
            Api api = new Api(understudy, "slow");
            String id =
                    submit(api, Api.CHARACTERS, Map.of("video", host.url("/held/clips/clip-3s.mp4"), "name", "Joe"));

            CompletableFuture<Api.Answer> answer =
                    CompletableFuture.supplyAsync(() -> api.post(ADVANCE, Map.of("by", "PT1M")));
            Api other = new Api(understudy, "other");
            assertThat(other.post(ADVANCE, Map.of("by", "PT1M"))
                            .json()
                            .path("settled")
                            .asBoolean())
                    .as("a push of another key")
                    .isTrue();
            assertThat(answer).isNotDone();
            host.release();

            JsonNode fired = answer.get(10, TimeUnit.SECONDS).json().path("fired");
            assertThat(fired.findValuesAsText("to")).containsExactly("processing", "completed");
            assertThat(status(api, id)).isEqualTo("completed");
        }
    }

    @Test
    void aPushGivesUpOnWhatTakesTooLongAndTheNextOneTellsItsEnd() throws Exception {
        // More than the readers can get through in the time that one fetch may take.
        int jobs = 64;
        try (Understudy understudy = march().with(Setting.FETCH_TIMEOUT, "1s").start();
                MediaHost host = new MediaHost()) {
            Api api = new Api(understudy, "crowd");
            for (int i = 0; i < jobs; i++) {
                submit(api, Api.CHARACTERS, Map.of("video", host.url("/held/clips/clip-3s.mp4"), "name", "Joe"));
            }

            Fired first = api.sandbox().advance(Duration.ofMinutes(1));
            host.release();
            List<Event> events = new ArrayList<>(first.events());
            for (Fired next = first; !next.settled(); ) {
                next = api.sandbox().advance(Duration.ZERO);
                events.addAll(next.events());
            }

            assertThat(first.settled()).isFalse();
            assertThat(first.events()).hasSizeLessThan(2 * jobs);
            assertThat(events).doesNotHaveDuplicates().hasSize(2 * jobs);
        }
    }

    @Test
    void pushesOfOneKeyTakeTurnsAndTellEverythingOnce() throws Exception {
        ExecutorService pushers = Executors.newFixedThreadPool(8);
        try (Understudy understudy = march().start()) {
            Api api = new Api(understudy, "turns");
            for (int i = 0; i < 50; i++) {
                submit(api, Api.CHARACTERS, JOE);
            }
            Callable<Fired> push = () -> api.sandbox().advance(Duration.ofMillis(10));

            List<Event> events = new ArrayList<>();
            for (Future<Fired> fired : pushers.invokeAll(Collections.nCopies(100, push))) {
                events.addAll(fired.get().events());
            }

            assertThat(api.sandbox().now()).isEqualTo(MARCH.plusSeconds(1));
            assertThat(events).doesNotHaveDuplicates().hasSize(100);
        } finally {
            pushers.shutdown();
        }
    }

    @Test
    void aClipThatNeverComesDoesNotHoldUpAPushForLongerThanOneFetchMayTake() throws Exception {
        try (Understudy understudy =
                        march().with(Setting.FETCH_TIMEOUT, "100ms").start();
                MediaHost host = new MediaHost()) {
            Api api = new Api(understudy, "never");
            String id = submit(api, Api.CHARACTERS, Map.of("video", host.url("/silent"), "name", "Joe"));

            JsonNode answer = api.post(ADVANCE, Map.of("by", "PT1M")).json();

            assertThat(answer.path("fired").findValuesAsText("to")).containsExactly("processing", "failed");
            assertThat(answer.path("settled").asBoolean()).isTrue();
            assertThat(status(api, id)).isEqualTo("failed");
        }
    }

    @Test
    void aReceiverThatNeverAnswersDoesNotHoldUpAPushForLongerThanOneAttemptMayTake() throws Exception {
        try (Understudy understudy =
                        march().with(Setting.WEBHOOK_TIMEOUT, "100ms").start();
                Receiver receiver = new Receiver()) {
            Api api = new Api(understudy, "never");
            submit(api, Api.CHARACTERS + "?webhook=" + receiver.url("/silent"), JOE);

            JsonNode answer = api.post(ADVANCE, Map.of("by", "PT1S")).json();

            assertThat(answer.path("fired").findValuesAsText("result")).containsExactly("no answer within 100 ms");
            assertThat(answer.path("settled").asBoolean()).isTrue();
        }
    }

    @Test
    void clocksOfDifferentKeysNeverTouch() {
        try (Understudy understudy = march().start()) {
            Api one = new Api(understudy, "one");
            Api two = new Api(understudy, "two");
            String job = submit(two, Api.CHARACTERS, JOE);

            one.post(CLOCK, Map.of("mode", "scaled", "scale", 1_000, "now", "2027-01-01T00:00:00Z"));
            one.post(ADVANCE, Map.of("by", "P1D"));

            assertThat(two.get(CLOCK).text()).isEqualTo("{\"mode\":\"frozen\",\"now\":\"2026-03-01T00:00:00Z\"}");
            assertThat(status(two, job)).isEqualTo("queued");
        }
    }

    @Test
    void theClockCanBeSetForwardWhichIsAPush() {
        try (Understudy understudy = march().start()) {
            Api api = new Api(understudy, "forward");
            String id = submit(api, Api.CHARACTERS, JOE);

            JsonNode answer = api.post(CLOCK, Map.of("mode", "scaled", "scale", 0.5, "now", "2026-03-01T00:00:10Z"))
                    .json();

            assertThat(answer.path("mode").asText()).isEqualTo("scaled");
            assertThat(answer.path("scale").asDouble()).isEqualTo(0.5);
            assertThat(answer.path("fired").findValuesAsText("to")).containsExactly("processing", "completed");
            assertThat(status(api, id)).isEqualTo("completed");
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

    @Test
    void aFrozenServerRepeatsItsTimestampsToTheByte() {
        assertThat(run()).isEqualTo(run()).contains("2026-03-01T00:00:00Z");
    }

    private static String run() {
        try (Understudy understudy = march().start()) {
            Api api = new Api(understudy, "repeat");
            StringBuilder seen = new StringBuilder();
            String id = submit(api, Api.CHARACTERS, JOE);
            for (String step : List.of("PT0S", "PT0.1S", "PT1S")) {
                seen.append(api.post(ADVANCE, Map.of("by", step)).text())
                        .append(api.get("/api/v3/predictions/" + id).text());
            }
            return seen.append(api.get("/__understudy/journal").text())
                    .toString()
                    .replace(understudy.baseUrl().toString(), "");
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

    private static String submit(Api api, String path, Map<String, ?> input) {
        return api.post(path, input).data().path("id").asText();
    }

    private static String status(Api api, String id) {
        return api.get("/api/v3/predictions/" + id + "/result")
                .data()
                .path("status")
                .asText();
    }
}
