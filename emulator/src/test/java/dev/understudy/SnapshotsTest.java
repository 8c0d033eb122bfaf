package dev.understudy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.fault.Account;
import dev.understudy.journal.Entry;
import dev.understudy.sandbox.Refused;
import dev.understudy.settings.AccountLevel;
import dev.understudy.settings.Progression;
import dev.understudy.settings.Setting;
import dev.understudy.time.ClockMode;
import dev.understudy.webhook.Received;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SnapshotsTest {

    private static final Map<String, String> WALK = Map.of("prompt", "a walk");
    private static final String SNAPSHOTS = "/__understudy/snapshots";

    private Understudy understudy;
    private Api api;

    @BeforeEach
    void start() {
        understudy = Understudy.builder()
                .seed(5)
                .with(Setting.CLOCK, "frozen")
                .with(Setting.NOW, "2026-03-01T00:00:00Z")
                .start();
        api = new Api(understudy, "mine");
    }

    @AfterEach
    void stop() {
        understudy.close();
    }

    @Test
    void whatHappensAfterARestoreIsWhatHappenedAfterTheSnapshot() {
        String before = api.submit(Api.TEXT_TO_VIDEO, WALK);
        take("begun");
        String first = story(before);
        assertThat(api.post(SNAPSHOTS + "/begun/restore", "").status()).isEqualTo(200);

        assertThat(story(before)).isEqualTo(first).contains("completed", "failed");
    }

    // All that a client can see of a sandbox that goes on from a snapshot.
    private String story(String before) {
        StringBuilder seen = new StringBuilder();
        String failing = api.submit(
                Api.TEXT_TO_VIDEO, Map.of("prompt", "who?", "characters", List.of(Map.of("id", "char_none"))));
        api.run(Api.CHARACTERS, Map.of("video", "https://example.com/walk-3s.mp4", "name", "Joe"));
        for (String id : List.of(before, failing)) {
            seen.append(api.get("/api/v3/predictions/" + id + "/result").text()).append('\n');
        }
        api.upload("clip.mp4", Api.clip("clip-2s.mp4"));
        for (String path : List.of("/api/v3/predictions", "/api/v3/balance", "/__understudy/ledger")) {
            seen.append(api.get(path).text()).append('\n');
        }
        seen.append(api.post("/api/v3/billings/search", "{}").text());
        return seen.append(api.sandbox().now()).toString();
    }

    @Test
    void aResetLeavesNothingButTheSnapshots() {
        String id = api.submit(Api.TEXT_TO_VIDEO, WALK);
        take("kept");
        assertThat(api.post("/__understudy/reset", "").status()).isEqualTo(204);

        assertThat(api.get("/api/v3/predictions/" + id).status()).isEqualTo(404);
        assertThat(api.sandbox().ledger().charged()).isZero();
        assertThat(api.sandbox().now()).isEqualTo(Instant.parse("2026-03-01T00:00:00Z"));
        assertThat(api.submit(Api.TEXT_TO_VIDEO, WALK)).isEqualTo(id);
        assertThat(api.get(SNAPSHOTS)
                        .json()
                        .path("snapshots")
                        .path(0)
                        .path("name")
                        .asText())
                .isEqualTo("kept");
        assertThat(api.post(SNAPSHOTS + "/kept/restore", "").status()).isEqualTo(200);
        assertThat(api.get("/api/v3/predictions/" + id).status()).isEqualTo(200);
    }

    @Test
    void webhooksThatWereToComeComeAgainAfterARestore() {
        String inbox = understudy.baseUrl() + api.sandbox().inboxPath("in");
        String id = api.post(Api.TEXT_TO_VIDEO + "?webhook=" + inbox, WALK)
                .data()
                .path("id")
                .asText();
        take("waiting");
        api.sandbox().advance(Duration.ofSeconds(1));
        List<Received> first = api.sandbox().inbox("in");
        api.sandbox().restore("waiting");
        assertThat(api.sandbox().inbox("in")).isEmpty();
        api.sandbox().advance(Duration.ofSeconds(1));

        assertThat(api.sandbox().inbox("in")).isEqualTo(first).hasSize(1);
        assertThat(first.get(0).body()).contains(id, "completed");
    }

    @Test
    void attemptsThatWereToBeMadeAgainAreMadeAfterARestore() throws Exception {
        try (Receiver receiver = new Receiver(500, 500, 200, 200)) {
            api.post(Api.TEXT_TO_VIDEO + "?webhook=" + receiver.url("/hook"), WALK);
            api.sandbox().advance(Duration.ofSeconds(1));
            api.sandbox().snapshot("failed-once");
            api.sandbox().advance(Duration.ofSeconds(6));
            assertThat(receiver.rest()).hasSize(2);
            api.sandbox().restore("failed-once");
            api.sandbox().advance(Duration.ofSeconds(4));
            assertThat(receiver.rest()).hasSize(2);
            api.sandbox().advance(Duration.ofSeconds(2));

            assertThat(receiver.rest()).hasSize(3);
        }
    }

    @Test
    void aWebhookThatIsHeldBackIsHeldBackAfterARestore() {
        String inbox = "?webhook=" + understudy.baseUrl() + api.sandbox().inboxPath("in");
        api.sandbox().resume();
        api.post(Api.TEXT_TO_VIDEO + inbox, Map.of("prompt", "[[fault: webhook-out-of-order]]"));
        api.sandbox().snapshot("running");
        api.sandbox().freeze();
        api.sandbox().restore("running");
        assertThat(api.sandbox().clock()).isEqualTo(ClockMode.real());
        api.sandbox().advance(Duration.ofSeconds(1));

        assertThat(api.sandbox().inbox("in")).hasSize(1);
    }

    @Test
    void whatIsToGoWrongAndWhatMovesJobsComeAlong() {
        api.sandbox().faults().on("submit").next(2, "no-credit");
        api.sandbox().faults().profile("retired");
        api.sandbox().progressions().choose(Progression.manual());
        assertThat(api.post(Api.TEXT_TO_VIDEO, WALK).status()).isEqualTo(400);
        api.sandbox().snapshot("half-struck");
        assertThat(api.post(Api.TEXT_TO_VIDEO, WALK).status()).isEqualTo(400);
        api.sandbox().faults().profile("stable");
        assertThat(api.submit(Api.TEXT_TO_VIDEO, WALK)).isNotEmpty();
        api.sandbox().progressions().clear();
        api.sandbox().restore("half-struck");

        assertThat(api.sandbox().faults().accounts())
                .extracting(Account::struck)
                .containsExactly(1L);
        assertThat(api.post(Api.TEXT_TO_VIDEO, WALK).status()).isEqualTo(400);
        assertThat(api.post(Api.TEXT_TO_VIDEO, WALK).status()).isEqualTo(404);
        api.sandbox().faults().profile("stable");
        String id = api.submit(Api.TEXT_TO_VIDEO, WALK);
        api.sandbox().advance(Duration.ofDays(1));
        assertThat(api.status(id)).isEqualTo("queued");
    }

    @Test
    void theJournalIsWhatItWas() {
        api.submit(Api.TEXT_TO_VIDEO, WALK);
        api.sandbox().snapshot("told");
        List<Entry> told = api.sandbox().journal();
        api.submit(Api.TEXT_TO_VIDEO, WALK);
        api.sandbox().restore("told");

        assertThat(api.sandbox().journal()).isEqualTo(told).hasSize(1);
    }

    @Test
    void whatIsStillToBeSaidAboutAClipIsSaidAfterARestore() {
        String small = api.upload("small.mp4", Api.clip("small-480p.mp4"));
        String id = api.submit(Api.CHARACTERS, Map.of("video", small, "name", "Joe"));
        api.sandbox().snapshot("unsaid");
        api.sandbox().advance(Duration.ofSeconds(1));
        api.sandbox().restore("unsaid");
        assertThat(api.sandbox().journal().toString()).doesNotContain("should be 720p");
        api.sandbox().advance(Duration.ofSeconds(1));

        assertThat(api.status(id)).isEqualTo("completed");
        assertThat(api.sandbox().journal().toString()).contains("should be 720p");
    }

    @Test
    void placesAndMinutesAreCountedAsTheyWere() {
        try (Understudy strict = Understudy.builder().level(AccountLevel.BRONZE).start()) {
            Api bronze = new Api(strict, "bronze");
            bronze.sandbox().freeze();
            bronze.submit(Api.TEXT_TO_VIDEO, WALK);
            bronze.sandbox().snapshot("one");
            bronze.submit(Api.TEXT_TO_VIDEO, WALK);
            assertThat(bronze.post(Api.TEXT_TO_VIDEO, WALK).status()).isEqualTo(429);
            bronze.sandbox().restore("one");

            bronze.submit(Api.TEXT_TO_VIDEO, WALK);
            assertThat(bronze.post(Api.TEXT_TO_VIDEO, WALK).status()).isEqualTo(429);
        }
    }

    @Test
    void aClipThatIsBeingReadIsWaitedFor() throws IOException {
        try (MediaHost host = new MediaHost()) {
            String id =
                    api.submit(Api.CHARACTERS, Map.of("video", host.url("/held/clips/clip-1.9s.mp4"), "name", "Joe"));
            CompletableFuture<Void> taken =
                    CompletableFuture.runAsync(() -> api.sandbox().snapshot("read"));
            host.release();
            taken.join();
            api.sandbox().advance(Duration.ofSeconds(1));
            String end = api.get("/api/v3/predictions/" + id).text();
            assertThat(end).contains("but it has 1.9 s");
            api.sandbox().restore("read");
            assertThat(api.status(id)).isEqualTo("queued");
            api.sandbox().advance(Duration.ofSeconds(1));

            assertThat(api.get("/api/v3/predictions/" + id).text()).isEqualTo(end);
        }
    }

    @Test
    void filesStayAsLongAsASnapshotNeedsThem() {
        String url = api.upload("clip.mp4", Api.clip("clip-2s.mp4"));
        String path = URI.create(url).getPath();
        take("with-file");
        api.sandbox().reset();
        assertThat(api.get(path).status()).isEqualTo(404);
        api.sandbox().restore("with-file");
        assertThat(api.get(path).bytes()).isEqualTo(Api.clip("clip-2s.mp4"));
    }

    @Test
    void aJobThatIsSubmittedWhileTheSandboxIsResetIsWhollyInOneWorld() throws Exception {
        CompletableFuture<Void> resets = CompletableFuture.runAsync(
                () -> IntStream.range(0, 3_000).forEach(i -> api.sandbox().reset()));
        while (!resets.isDone()) {
            assertThat(api.post(Api.TEXT_TO_VIDEO, WALK).status()).isEqualTo(200);
        }
        resets.get();
        int jobs = api.get("/api/v3/predictions").data().path("total").asInt();

        assertThat(api.sandbox().ledger().models())
                .hasSize(Math.min(1, jobs))
                .allSatisfy(model -> assertThat(model.jobs()).isEqualTo(jobs));
    }

    @Test
    void badNamesAreRefusedAndMissingSnapshotsAreNamed() {
        assertThat(api.post(SNAPSHOTS, Map.of("name", "no spaces")).status()).isEqualTo(400);
        assertThat(api.post(SNAPSHOTS, Map.of("nam", "x"))
                        .json()
                        .path("suggestion")
                        .asText())
                .isEqualTo("name");
        take("here");
        assertThat(api.post(SNAPSHOTS + "/there/restore", "")
                        .json()
                        .path("title")
                        .asText())
                .isEqualTo("there is no snapshot 'there'; there are [here]");
        assertThat(api.send("DELETE", SNAPSHOTS + "/here", java.net.http.HttpRequest.BodyPublishers.noBody())
                        .status())
                .isEqualTo(204);
        assertThat(api.get(SNAPSHOTS).json().path("snapshots")).isEmpty();
    }

    @Test
    void aHundredAreKeptAndTheNextIsRefused() {
        IntStream.range(0, 100).forEach(i -> api.sandbox().snapshot("s" + i));
        assertThatThrownBy(() -> api.sandbox().snapshot("one more"))
                .isInstanceOf(Refused.class)
                .hasMessage("a key has at most 100 snapshots; delete one");
        api.sandbox().snapshot("s5");
    }

    private void take(String name) {
        assertThat(api.post(SNAPSHOTS, Map.of("name", name)).status()).isEqualTo(201);
    }
}
