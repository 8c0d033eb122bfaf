package dev.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.settings.AccountLevel;
import dev.understudy.settings.Setting;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdmissionFaultsTest {

    private static final Understudy UNDERSTUDY = Understudy.builder().seed(7).start();

    @AfterAll
    static void close() {
        UNDERSTUDY.close();
    }

    @ParameterizedTest
    @CsvSource({
        "rate-limited, 429, Too many requests. Limits reset every minute.",
        "rate-limited; limit=concurrency, 429, You have reached your concurrency limit",
        "unauthorized, 401, Unauthorized",
        "forbidden, 403, Forbidden",
        "no-credit, 400, Insufficient credits. Please top up.",
        "gone, 404, model not found",
        "server-error, 500, Internal server error",
        "server-error; status=503, 503, Service temporarily unavailable",
        "server-error; status=520, 520, Internal server error"
    })
    void aRefusalHasTheServicesShapeAndNothingIsDone(String fault, int status, String message) {
        Api api = new Api(UNDERSTUDY, fault);
        Api.Answer answer = submit(api, fault);

        assertThat(answer.text()).isEqualTo("{\"code\":%s,\"message\":\"%s\"}".formatted(status, message));
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Retry-After")).isEmpty();
        assertThat(api.sandbox().ledger().models()).isEmpty();
        assertThat(api.post("/api/v3/predictions", Map.of())
                        .data()
                        .path("total")
                        .asInt())
                .isZero();
    }

    @Test
    void aGatewayTimesOutWithAPageOfHtml() {
        Api.Answer answer = submit(new Api(UNDERSTUDY, "gateway"), "gateway-timeout");

        assertThat(answer.status()).isEqualTo(504);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.text()).contains("<h1>504 Gateway Time-out</h1>");
    }

    @Test
    void aRefusalUsesUpNoQuota() {
        try (Understudy understudy = Understudy.builder()
                .level(AccountLevel.BRONZE)
                .with(Setting.CLOCK, "frozen")
                .start()) {
            Api api = new Api(understudy, "quota");
            for (int i = 0; i < 5; i++) {
                assertThat(submit(api, "server-error").status()).isEqualTo(500);
            }
            assertThat(submit(api, "slow").status()).isEqualTo(200);
            assertThat(submit(api, "slow").status()).isEqualTo(200);
            assertThat(submit(api, "slow").status()).isEqualTo(429);
        }
    }

    @Test
    void theLimitsOfALevelSayWhenToTryAgainOnRequest() {
        try (Understudy understudy = Understudy.builder()
                .level(AccountLevel.BRONZE)
                .with(Setting.CLOCK, "frozen")
                .with(Setting.RETRY_AFTER, "on")
                .start()) {
            Api api = new Api(understudy, "retry");
            submit(api, "slow; by=20s");
            submit(api, "slow; by=90s");
            assertThat(Integer.parseInt(submit(api, "slow").header("Retry-After")))
                    .isBetween(20, 21);
            api.sandbox().advance(Duration.ofSeconds(40));
            Api.Answer minute = submit(api, "slow");
            assertThat(minute.text()).contains("Limits reset every minute");
            assertThat(minute.header("Retry-After")).isEqualTo("20");
        }
    }

    @Test
    void aModelThatIsGoneIsOnNoListAndHasNoPriceButOldJobsAreAnsweredFor() {
        Api api = new Api(UNDERSTUDY, "gone later");
        String id = submit(api, "slow").data().path("id").asText();
        api.sandbox().faults().model("openai/sora-2/text*").always("gone");

        assertThat(api.get("/api/v3/models").text())
                .doesNotContain("\"openai/sora-2/text-to-video\"")
                .contains("\"openai/sora-2/characters\"");
        assertThat(api.post("/api/v3/model/price", Map.of("model_id", "openai/sora-2/text-to-video"))
                        .status())
                .isEqualTo(404);
        assertThat(api.get("/api/v3/predictions/" + id).status()).isEqualTo(200);
    }

    private static Api.Answer submit(Api api, String fault) {
        return api.post(Api.TEXT_TO_VIDEO, Map.of("prompt", "a [[fault: " + fault + "]]"));
    }
}
