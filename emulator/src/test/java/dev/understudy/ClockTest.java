package dev.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.sandbox.Event;
import dev.understudy.sandbox.Fired;
import dev.understudy.settings.AccountLevel;
import dev.understudy.settings.Pace;
import dev.understudy.settings.Progression;
import dev.understudy.settings.Setting;
import dev.understudy.time.ClockMode;
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
            String id = api.submit(Api.TEXT_TO_VIDEO, Map.of("prompt", "a"));
            api.post(ADVANCE, Map.of("by", "PT60S"));
            assertThat(api.status(id)).isEqualTo("processing");

            JsonNode answer = api.post(ADVANCE, Map.of("by", "PT120S")).json();

            assertThat(api.status(id)).isEqualTo("completed");
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
            String id =
                    api.submit(Api.TEXT_TO_VIDEO + "?webhook=" + receiver.url("/hook?secret=1"), Map.of("prompt", "a"));

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
            String id = api.submit(Api.CHARACTERS, Map.of("video", host.url("/held/clips/clip-3s.mp4"), "name", "Joe"));

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
            assertThat(fired.findValuesAsText("at"))
                    .as("its own times, all within its first second")
                    .allSatisfy(at -> assertThat(Instant.parse(at)).isBefore(MARCH.plusSeconds(1)));
            assertThat(api.status(id)).isEqualTo("completed");
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
                api.submit(Api.CHARACTERS, Map.of("video", host.url("/held/clips/clip-3s.mp4"), "name", "Joe"));
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
                api.submit(Api.CHARACTERS, JOE);
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
            String id = api.submit(Api.CHARACTERS, Map.of("video", host.url("/silent"), "name", "Joe"));

            JsonNode answer = api.post(ADVANCE, Map.of("by", "PT1M")).json();

            assertThat(answer.path("fired").findValuesAsText("to")).containsExactly("processing", "failed");
            assertThat(answer.path("settled").asBoolean()).isTrue();
            assertThat(api.status(id)).isEqualTo("failed");
        }
    }

    @Test
    void aReceiverThatNeverAnswersDoesNotHoldUpAPushForLongerThanOneAttemptMayTake() throws Exception {
        try (Understudy understudy =
                        march().with(Setting.WEBHOOK_TIMEOUT, "100ms").start();
                Receiver receiver = new Receiver()) {
            Api api = new Api(understudy, "never");
            api.submit(Api.CHARACTERS + "?webhook=" + receiver.url("/silent"), JOE);

            JsonNode answer = api.post(ADVANCE, Map.of("by", "PT1S")).json();

            assertThat(answer.path("fired").findValuesAsText("result")).containsExactly("no answer within 100 ms");
            assertThat(answer.path("settled").asBoolean()).isTrue();
        }
    }

    @Test
    void anAttemptThatIsUnderWayWhenAPushBeginsIsRetriedOnTheWay() throws Exception {
        try (Understudy understudy = march().progression(Progression.immediate())
                        .with(Setting.WEBHOOK_TIMEOUT, "300ms")
                        .start();
                Receiver receiver = new Receiver()) {
            Api api = new Api(understudy, "midway");
            api.submit(Api.CHARACTERS + "?webhook=" + receiver.url("/silent"), JOE);
            List<Receiver.Got> got = new ArrayList<>(List.of(receiver.next()));

            api.post(ADVANCE, Map.of("by", "PT1M"));

            got.addAll(receiver.rest());
            assertThat(got)
                    .extracting(one -> Long.parseLong(one.header("webhook-timestamp")) - MARCH.getEpochSecond())
                    .containsExactly(0L, 5L, 30L);
        }
    }

    @Test
    void clocksOfDifferentKeysNeverTouch() {
        try (Understudy understudy = march().start()) {
            Api one = new Api(understudy, "one");
            Api two = new Api(understudy, "two");
            String job = two.submit(Api.CHARACTERS, JOE);

            one.post(CLOCK, Map.of("mode", "scaled", "scale", 1_000, "now", "2027-01-01T00:00:00Z"));
            one.post(ADVANCE, Map.of("by", "P1D"));

            assertThat(two.get(CLOCK).text()).isEqualTo("{\"mode\":\"frozen\",\"now\":\"2026-03-01T00:00:00Z\"}");
            assertThat(two.status(job)).isEqualTo("queued");
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
            String id = api.submit(Api.CHARACTERS, JOE);
            for (String step : List.of("PT0S", "PT0.1S", "PT1S")) {
                seen.append(api.post(ADVANCE, Map.of("by", step)).text())
                        .append(api.get("/api/v3/predictions/" + id).text());
            }
            return seen.append(api.get("/__understudy/journal").text())
                    .toString()
                    .replace(understudy.baseUrl().toString(), "");
        }
    }
}
