package dev.understudy.soraguide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.Api;
import dev.understudy.Understudy;
import dev.understudy.settings.AccountLevel;
import dev.understudy.settings.Pace;
import dev.understudy.settings.Progression;
import dev.understudy.settings.Setting;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The guide's API over the same clock, limits, faults and money as any other. */
class RulesTest {

    private static final String CLIP = "https://example.com/my-video.mp4";

    private static Understudy.Builder frozen() {
        return Understudy.builder().seed(11).with(Setting.CLOCK, "frozen");
    }

    @Test
    void sixtyCharactersAMinuteAreMadeWhereLimitsAreOn() {
        try (Understudy understudy = frozen().level(AccountLevel.SILVER)
                .with(Setting.RETRY_AFTER, "on")
                .start()) {
            Api api = new Api(understudy, "busy");
            Guide guide = new Guide(api);

            assertThat(IntStream.range(0, 60)
                            .map(i -> guide.fromUrl(CLIP, "1,3").status()))
                    .containsOnly(200);
            assertThat(Guide.refusal(guide.fromUrl(CLIP, "1,3")))
                    .isEqualTo("429|Rate limited|null|rate_limit_exceeded");
            assertThat(guide.generate("a walk").status()).isEqualTo(200);
            api.sandbox().advance(Duration.ofMinutes(1));
            assertThat(guide.fromUrl(CLIP, "1,3").status()).isEqualTo(200);
        }
    }

    @Test
    void videosAreLimitedByTheLevelAndCharactersDoNotCountAsVideos() {
        try (Understudy understudy = frozen().level(AccountLevel.BRONZE).start()) {
            Guide guide = new Guide(new Api(understudy, "bronze"));

            guide.character();
            guide.character();
            guide.character();
            guide.task("a walk");
            guide.task("a walk");
            assertThat(Guide.refusal(guide.generate("a walk"))).startsWith("429|Rate limited");
        }
    }

    @Test
    void withoutLimitsManyMoreAreMade() {
        try (Understudy understudy = frozen().start()) {
            Guide guide = new Guide(new Api(understudy, "free"));

            assertThat(IntStream.range(0, 100)
                            .map(i -> guide.fromUrl(CLIP, "1,3").status()))
                    .containsOnly(200);
        }
    }

    @Test
    void atTheRealisticPaceTheCallerWaitsAsLongAsTheGuideSays() throws Exception {
        try (Understudy understudy = frozen().pace(Pace.REALISTIC).start()) {
            Api api = new Api(understudy, "patient");
            Guide guide = new Guide(api);

            CompletableFuture<Api.Answer> fromUrl = send(api, () -> guide.fromUrl(CLIP, "5,8"));
            assertEndsBetween(api, fromUrl, 10, 30);
            String task = guide.task("a walk");
            api.sandbox().advance(Duration.ofMinutes(3));
            CompletableFuture<Api.Answer> fromTask = send(api, () -> guide.fromTask(task));
            assertEndsBetween(api, fromTask, 5, 15);
        }
    }

    private static void assertEndsBetween(Api api, CompletableFuture<Api.Answer> answer, int least, int most)
            throws Exception {
        api.sandbox().advance(Duration.ofSeconds(least).minusMillis(1));
        assertThat(answer).isNotDone();
        api.sandbox().advance(Duration.ofSeconds(most - least).plusMillis(1));
        assertThat(answer.get(10, TimeUnit.SECONDS).status()).isEqualTo(200);
    }

    // Sent once the job has been taken in: its price shows it.
    private static CompletableFuture<Api.Answer> send(Api api, Supplier<Api.Answer> call) {
        long jobs = jobs(api);
        CompletableFuture<Api.Answer> answer = CompletableFuture.supplyAsync(call);
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (jobs(api) == jobs && System.nanoTime() < deadline) {
            LockSupport.parkNanos(1_000_000);
        }
        return answer;
    }

    private static long jobs(Api api) {
        return api.sandbox().ledger().models().stream()
                .mapToLong(model -> model.jobs())
                .sum();
    }

    @Test
    void whoWaitsForAJobThatNeverEndsIsToldSo() throws Exception {
        try (Understudy understudy = frozen().start()) {
            Api api = new Api(understudy, "stuck");
            api.sandbox().faults().on("submit").next(1, "stuck");
            CompletableFuture<Api.Answer> answer = send(api, () -> new Guide(api).fromUrl(CLIP, "1,3"));

            api.sandbox().advance(Duration.ofSeconds(90));

            assertThat(Guide.refusal(answer.get(10, TimeUnit.SECONDS))).isEqualTo("504|Gateway timeout|null|timeout");
        }
    }

    @Test
    void aManualJobWaitsForItsSteps() throws Exception {
        try (Understudy understudy = frozen().progression(Progression.manual()).start()) {
            Api api = new Api(understudy, "by-hand");
            CompletableFuture<Api.Answer> answer = send(api, () -> new Guide(api).fromUrl(CLIP, "1,3"));
            api.sandbox().stepAll();
            assertThat(answer).isNotDone();
            api.sandbox().stepAll();

            assertThat(answer.get(10, TimeUnit.SECONDS).status()).isEqualTo(200);
        }
    }

    @Test
    void pollsMoveVideosAndNobodyWaitsForPollsOfACharacter() {
        try (Understudy understudy =
                frozen().progression(new Progression.Polls(1, 1)).start()) {
            Guide guide = new Guide(new Api(understudy, "polls"));
            guide.character();
            String task = guide.task("a walk");

            assertThat(List.of(guide.poll(task), guide.poll(task), guide.poll(task)))
                    .extracting(poll -> poll.path("status").asText())
                    .containsExactly("queued", "in_progress", "completed");
        }
    }

    @Test
    void scriptedFaultsHaveTheGuidesWords() {
        try (Understudy understudy = frozen().start()) {
            Api api = new Api(understudy, "faulty");
            Guide guide = new Guide(api);
            api.sandbox().faults().on("submit").next(1, "rate-limited");
            api.sandbox().faults().on("submit").next(1, "server-error; status=500");
            api.sandbox().faults().on("soraguide.character.submit").next(1, "fails; kind=task-failed");
            api.sandbox().faults().on("submit").next(1, "no-credit");
            api.sandbox().faults().on("submit").next(1, "gone");
            api.sandbox().faults().on("soraguide.character.submit").next(1, "moderated");

            assertThat(IntStream.range(0, 7).mapToObj(i -> Guide.refusal(guide.fromUrl(CLIP, "1,3"))))
                    .containsExactly(
                            "429|Rate limited|null|rate_limit_exceeded",
                            "500|Processing failed|null|processing_failed",
                            "402|Insufficient balance.|null|insufficient_quota",
                            "404|Model not found|model|model_not_found",
                            "500|Processing failed: Task Failed|null|processing_failed",
                            "400|Content flagged as potentially sensitive. Please try different prompts or images|null|invalid_value",
                            "200|||");
            assertThat(api.sandbox().faults().unspent()).isEmpty();
        }
    }

    @Test
    void aHeaderOrACueAsksForAFault() {
        try (Understudy understudy = frozen().start()) {
            Api api = new Api(understudy, "asking");
            String cued =
                    "{\"model\":\"sora-2-character\",\"url\":\"%s\",\"timestamps\":\"1,3\",\"prompt\":".formatted(CLIP)
                            + "\"[[fault: server-error; status=503]]\"}";

            assertThat(api.post(Guide.CHARACTERS, cued).status()).isEqualTo(503);
            assertThat(new Guide(api).generate("[[fault: rate-limited]]").status())
                    .isEqualTo(429);
            assertThat(Guide.refusal(
                            api.post(Guide.CHARACTERS, cued.replace("server-error; status=503", "sync-timeout"))))
                    .isEqualTo("504|Gateway timeout|null|timeout");
            assertThat(api.get(Guide.CHARACTERS + "/ch_1", "Understudy-Fault", "unauthorized")
                            .status())
                    .isEqualTo(401);
        }
    }

    @Test
    void theRetiredProfileHasTheModelsGone() {
        try (Understudy understudy = frozen().profile("retired").start()) {
            Guide guide = new Guide(new Api(understudy, "late"));

            assertThat(Guide.refusal(guide.fromUrl(CLIP, "1,3")))
                    .isEqualTo("404|Model not found|model|model_not_found");
            assertThat(guide.generate("a walk").status()).isEqualTo(404);
        }
    }

    @Test
    void aCharacterCostsACentAVideoTenASecondAndWhatFailsNothing() {
        try (Understudy understudy = frozen().with(Setting.BALANCE, "2.02").start()) {
            Api api = new Api(understudy, "spender");
            Guide guide = new Guide(api);

            guide.character();
            assertThat(guide.fromUrl("http://127.0.0.1:1/a.mp4", "1,3").status())
                    .isEqualTo(500);
            assertThat(spent(api)).isEqualByComparingTo("0.01");
            guide.task("a walk");
            assertThat(spent(api)).isEqualByComparingTo("1.01");
            guide.character();
            assertThat(guide.generate("a walk").status()).isEqualTo(200);
            assertThat(Guide.refusal(guide.generate("a walk")))
                    .isEqualTo("402|Insufficient balance.|null|insufficient_quota");
        }
    }

    private static BigDecimal spent(Api api) {
        return api.sandbox().ledger().net();
    }

    @Test
    void aSnapshotHasTheCharactersAndTheirUserNames() {
        try (Understudy understudy = frozen().start()) {
            Api api = new Api(understudy, "keeper");
            Guide guide = new Guide(api);
            String username = guide.fromUrl(CLIP, "1,3").json().path("username").asText();
            api.sandbox().snapshot("before");
            String later = guide.character();
            api.sandbox().restore("before");

            assertThat(guide.generate("@" + username + " walks").status()).isEqualTo(200);
            assertThat(guide.generate("@" + later + " walks").status()).isEqualTo(400);
            Api twin = new Api(understudy, "twin");
            api.sandbox().forkTo(twin.sandbox());
            assertThat(new Guide(twin).generate("@" + username + " walks").status())
                    .isEqualTo(200);
        }
    }

    @Test
    void theJournalNamesTheJobAndExplainsIt() {
        try (Understudy understudy = frozen().start()) {
            Api api = new Api(understudy, "sk-a-secret-key");
            Guide guide = new Guide(api);
            String task = guide.task("a walk [[fault: slow; by=PT10S]]");
            guide.character();

            assertThat(api.sandbox().journal().get(0).prediction()).contains(task.substring("task_".length()));
            assertThat(api.sandbox().explain(task.substring("task_".length())))
                    .get()
                    .asString()
                    .contains("slow");
            assertThat(api.get("/__understudy/journal").text())
                    .contains("soraguide.character.submit")
                    .doesNotContain("sk-a-secret-key");
        }
    }
}
