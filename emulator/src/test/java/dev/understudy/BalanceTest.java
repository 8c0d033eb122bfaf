package dev.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.sandbox.Statement;
import dev.understudy.settings.AccountLevel;
import dev.understudy.settings.Progression;
import dev.understudy.settings.Setting;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BalanceTest {

    private static final String TEXT_TO_VIDEO_PRO = "/api/v3/openai/sora-2/text-to-video-pro";
    private static final Map<String, ?> JOE = Map.of("video", "https://example.com/a.mp4", "name", "Joe");
    private static final Map<String, ?> WALK = Map.of("prompt", "a walk on the beach");
    private static final Map<String, ?> DOOMED =
            Map.of("prompt", "who is this?", "characters", List.of(Map.of("id", "char_unknown")));
    private static final String NO_CREDIT = "{\"code\":400,\"message\":\"Insufficient credits. Please top up.\"}";

    @Test
    void theBalanceFallsByThePriceOfEachJob() {
        try (Understudy understudy =
                Understudy.builder().with(Setting.BALANCE, "1000").start()) {
            Api api = new Api(understudy, "payer");

            assertThat(api.get("/api/v3/balance").text()).isEqualTo(balance("1000"));
            api.run(Api.CHARACTERS, JOE);
            assertThat(api.get("/api/v3/balance").text()).isEqualTo(balance("999.999"));
            api.run(Api.TEXT_TO_VIDEO, WALK);
            assertThat(api.get("/api/v3/balance").text()).isEqualTo(balance("999.599"));
            api.run(TEXT_TO_VIDEO_PRO, Map.of("prompt", "a walk", "duration", 8, "size", "1920*1080"));
            assertThat(api.get("/api/v3/account/balance").text())
                    .isEqualTo("{\"code\":200,\"message\":\"success\","
                            + "\"data\":{\"balance\":995.599,\"currency\":\"USD\"}}");
        }
    }

    @Test
    void aFailedJobIsRefundedInTheVeryMomentItEnds() {
        try (Understudy understudy =
                Understudy.builder().with(Setting.BALANCE, "1000").start()) {
            Api api = new Api(understudy, "payer");
            api.sandbox().freeze();
            String id = api.post(Api.TEXT_TO_VIDEO, DOOMED).data().path("id").asText();

            int paid = 0;
            int refunded = 0;
            for (int millisecond = 0; millisecond < 700; millisecond += 7) {
                boolean failed = status(api, id).equals("failed");
                assertThat(api.get("/api/v3/balance").text()).isEqualTo(balance(failed ? "1000" : "999.6"));
                paid += failed ? 0 : 1;
                refunded += failed ? 1 : 0;
                api.sandbox().advance(Duration.ofMillis(7));
            }
            assertThat(paid).isPositive();
            assertThat(refunded).isPositive();
        }
    }

    @Test
    void aJobWhoseClipIsStillBeingReadAfterItsTimeIsRefundedWhenItsFailureIsKnown() throws IOException {
        try (Understudy understudy = Understudy.builder()
                .with(Setting.BALANCE, "1000")
                .progression(Progression.immediate())
                .start()) {
            Api api = new Api(understudy, "payer");
            api.sandbox().freeze();
            String id;
            try (MediaHost host = new MediaHost()) {
                id = api.post(Api.CHARACTERS, Map.of("video", host.url("/silent"), "name", "Joe"))
                        .data()
                        .path("id")
                        .asText();
                assertThat(status(api, id)).isEqualTo("processing");
                assertThat(api.get("/api/v3/balance").text()).isEqualTo(balance("999.999"));
            }
            assertThat(api.await(id).path("status").asText()).isEqualTo("failed");
            assertThat(api.get("/api/v3/balance").text()).isEqualTo(balance("1000"));
            JsonNode refund = api.post("/api/v3/billings/search", Map.of("billing_type", "refund"))
                    .data()
                    .path("items")
                    .path(0);
            assertThat(Instant.parse(refund.path("created_at").asText()))
                    .isAfter(api.sandbox().now().minusSeconds(60));
        }
    }

    @Test
    void aJobThatTheBalanceDoesNotCoverIsRefusedUntilAFailureBringsMoneyBack() {
        try (Understudy understudy =
                Understudy.builder().with(Setting.BALANCE, "0.4").start()) {
            Api api = new Api(understudy, "poor");
            api.sandbox().freeze();

            assertThat(api.post(Api.TEXT_TO_VIDEO, DOOMED).status()).isEqualTo(200);
            Api.Answer refused = api.post(Api.TEXT_TO_VIDEO, WALK);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.text()).isEqualTo(NO_CREDIT);
            assertThat(refused.header("Understudy-Why")).isEqualTo("the job costs 0.4 USD, and the balance is 0.0 USD");
            assertThat(api.post(Api.CHARACTERS, JOE).text()).isEqualTo(NO_CREDIT);

            api.sandbox().advance(Duration.ofSeconds(1));
            assertThat(api.post(Api.TEXT_TO_VIDEO, WALK).status()).isEqualTo(200);
            assertThat(api.get("/api/v3/balance").text()).isEqualTo(balance("0"));
        }
    }

    @Test
    void whatIsRefusedIsNeverCharged() {
        try (Understudy understudy =
                Understudy.builder().level(AccountLevel.BRONZE).start()) {
            Api api = new Api(understudy, "payer");
            api.sandbox().freeze();

            assertThat(api.post(Api.CHARACTERS, "{}").status()).isEqualTo(400);
            assertThat(api.post("/api/v3/no/such/model", JOE).status()).isEqualTo(404);
            assertThat(api.post(Api.CHARACTERS, JOE).status()).isEqualTo(200);
            assertThat(api.post(Api.CHARACTERS, JOE).status()).isEqualTo(200);
            assertThat(api.post(Api.CHARACTERS, JOE).status()).isEqualTo(429);
            assertThat(api.get("/api/v3/balance").text()).isEqualTo(balance("999999.998"));
        }
    }

    @Test
    void aDeletedJobStaysPaid() {
        try (Understudy understudy = Understudy.builder().start()) {
            Api api = new Api(understudy, "payer");
            api.sandbox().freeze();
            String id = api.post(Api.TEXT_TO_VIDEO, WALK).data().path("id").asText();
            Api.Answer deleted = api.post("/api/v3/predictions/delete", Map.of("ids", List.of(id)));
            assertThat(deleted.text()).contains("\"deleted_count\":1");

            api.sandbox().advance(Duration.ofMinutes(5));
            assertThat(api.get("/api/v3/balance").text()).isEqualTo(balance("999999.6"));
        }
    }

    @Test
    void aLimitThatIsReachedIsToldBeforeMoneyThatIsMissing() {
        try (Understudy understudy = Understudy.builder()
                .level(AccountLevel.BRONZE)
                .with(Setting.BALANCE, "0.002")
                .start()) {
            Api api = new Api(understudy, "poor");
            api.sandbox().freeze();
            api.post(Api.CHARACTERS, JOE);
            api.post(Api.CHARACTERS, JOE);

            assertThat(api.post(Api.CHARACTERS, JOE).status()).isEqualTo(429);
            api.sandbox().advance(Duration.ofMinutes(2));
            assertThat(api.post(Api.CHARACTERS, JOE).text()).isEqualTo(NO_CREDIT);
        }
    }

    @Test
    void twoKeysHaveMoneyOfTheirOwn() {
        try (Understudy understudy =
                Understudy.builder().with(Setting.BALANCE, "0.4").start()) {
            Api one = new Api(understudy, "one");
            Api other = new Api(understudy, "other");

            assertThat(one.post(Api.TEXT_TO_VIDEO, WALK).status()).isEqualTo(200);
            assertThat(one.post(Api.TEXT_TO_VIDEO, WALK).text()).isEqualTo(NO_CREDIT);
            assertThat(other.get("/api/v3/balance").text()).isEqualTo(balance("0.4"));
            assertThat(other.post(Api.TEXT_TO_VIDEO, WALK).status()).isEqualTo(200);
        }
    }

    @Test
    void manyAtOnceNeverOverspend() throws Exception {
        try (Understudy understudy =
                Understudy.builder().with(Setting.BALANCE, "0.050").start()) {
            Api api = new Api(understudy, "busy");

            List<Api.Answer> answers = submitAtOnce(api, 64, 256);
            assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(50);
            assertThat(answers)
                    .filteredOn(answer -> answer.status() != 200)
                    .allSatisfy(answer -> assertThat(answer.text()).isEqualTo(NO_CREDIT));
            assertThat(api.get("/api/v3/balance").text()).isEqualTo(balance("0"));
        }
    }

    @Test
    void aRefusalForMoneyLeavesTheIdsOfLaterJobsAsTheyWere() {
        List<String> balances = List.of("0.401", "1000");
        List<String> ids = balances.stream()
                .map(balance -> {
                    try (Understudy understudy = Understudy.builder()
                            .seed(7)
                            .with(Setting.BALANCE, balance)
                            .start()) {
                        Api api = new Api(understudy, "same");
                        api.post(Api.TEXT_TO_VIDEO, WALK);
                        if (balance.equals("0.401")) {
                            api.post(Api.TEXT_TO_VIDEO, WALK);
                        }
                        return api.post(Api.CHARACTERS, JOE).data().path("id").asText();
                    }
                })
                .toList();
        assertThat(ids.get(0)).hasSize(32).isEqualTo(ids.get(1));
    }

    @Test
    void theLedgerTellsWhatTheRunWouldHaveCost() {
        try (Understudy understudy =
                Understudy.builder().with(Setting.BALANCE, "1000").start()) {
            Api api = new Api(understudy, "payer");
            api.run(Api.CHARACTERS, JOE);
            api.run(Api.TEXT_TO_VIDEO, WALK);
            api.run(Api.TEXT_TO_VIDEO, DOOMED);

            assertThat(api.get("/__understudy/ledger").text()).isEqualTo("""
                    {"currency":"USD","opening":1000,"charged":0.801,"refunded":0.4,"net":0.401,"balance":999.599,\
                    "models":[{"model":"openai/sora-2/characters","jobs":1,"charged":0.001,"refunded":0,"net":0.001},\
                    {"model":"openai/sora-2/text-to-video","jobs":2,"charged":0.8,"refunded":0.4,"net":0.4}],\
                    "tests":[]}""");
            Statement ledger = api.sandbox().ledger();
            assertThat(ledger.net()).isEqualByComparingTo(new BigDecimal("0.401"));
            assertThat(ledger.balance()).isEqualByComparingTo(new BigDecimal("999.599"));
        }
    }

    @Test
    void theLedgerIsForWhoeverHasTheKey() {
        try (Understudy understudy = Understudy.builder().start()) {
            Api.Answer answer =
                    new Api(understudy, "payer").anonymous("GET", "/__understudy/ledger", BodyPublishers.noBody());

            assertThat(answer.status()).isEqualTo(401);
        }
    }

    private static String balance(String amount) {
        return "{\"code\":200,\"message\":\"success\",\"data\":{\"balance\":" + amount + "}}";
    }

    private static String status(Api api, String id) {
        return api.get("/api/v3/predictions/" + id + "/result")
                .data()
                .path("status")
                .asText();
    }

    private static List<Api.Answer> submitAtOnce(Api api, int threads, int times) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(threads);
        try {
            Callable<Api.Answer> submit = () -> api.post(Api.CHARACTERS, JOE);
            List<Future<Api.Answer>> answers =
                    callers.invokeAll(Stream.generate(() -> submit).limit(times).toList());
            return answers.stream().map(BalanceTest::get).toList();
        } finally {
            callers.shutdown();
        }
    }

    private static Api.Answer get(Future<Api.Answer> answer) {
        try {
            return answer.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
