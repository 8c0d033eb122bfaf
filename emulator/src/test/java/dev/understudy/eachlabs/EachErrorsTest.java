package dev.understudy.eachlabs;

import static dev.understudy.eachlabs.EachApi.PREDICTION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.Api.Answer;
import dev.understudy.Understudy;
import dev.understudy.journal.hygiene.Finding;
import dev.understudy.journal.hygiene.HygieneRule;
import dev.understudy.settings.Setting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each::labs refuses, and how: by its documentation, and by its production. */
class EachErrorsTest {

    private static final String NOWHERE = PREDICTION + "/00000000-0000-4000-8000-000000000000";
    private static final Map<String, Object> VIDEO =
            Map.of("model", "sora-2-text-to-video", "input", Map.of("prompt", "a teapot"));

    private static Understudy started(String answers) {
        return Understudy.builder()
                .seed(3)
                .with(Setting.CLOCK, "frozen")
                .with(Setting.EACHLABS_ANSWERS, answers)
                .start();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | 400 | model field is required",
                "{\"model\":\"\",\"input\":{}} | 400 | model field is required",
                "{\"model\":7,\"input\":{}} | 400 | model field must be a string",
                "{\"model\":\"sora-2-pro\"} | 400 | input field is required",
                "{\"model\":\"sora-2-pro\",\"input\":[]} | 400 | input field must be an object",
                "{\"model\":\"sora-2-pro\",\"input\":{},\"webhook_url\":\"ftp://x\"} | 400 "
                        + "| webhook_url must be an http or https URL of at most 2048 characters",
                "{\"model\":\"sora-2-pro\",\"input\":{},\"webhook_secret\":\"a\\nb\"} | 400 "
                        + "| webhook_secret must be printable and of at most 1000 characters",
                "{\"model\": | 422 | the body is not valid JSON (line 1, column 10)",
                "[] | 422 | the body must be a JSON object"
            })
    void aWrongSubmissionSaysNothingInProductionAndWhatIsWrongAsDocumented(String body, int status, String error) {
        try (Understudy production = started("production");
                Understudy documented = started("documented")) {
            Answer empty = new EachApi(production, "k").post(PREDICTION, body);
            Answer worded = new EachApi(documented, "k").post(PREDICTION, body);

            assertThat(empty.status()).isEqualTo(status);
            assertThat(empty.text()).isEqualTo("{}");
            assertThat(empty.header("Understudy-Why")).isEqualTo(error);
            assertThat(worded.status()).isEqualTo(status);
            assertThat(worded.json().path("error").asText()).isEqualTo(error);
        }
    }

    @Test
    void eitherHeaderCarriesTheKeyAndOneMust() {
        try (Understudy production = started("production");
                Understudy documented = started("documented")) {
            EachApi api = new EachApi(production, "smk_1");
            String id = api.submit("sora-2-text-to-video", Map.of("prompt", "a teapot"));
            String path = PREDICTION + "/" + id;

            assertThat(api.anonymous("GET", path, "", "X-API-Key", "smk_1").status())
                    .isEqualTo(200);
            assertThat(api.anonymous("GET", path, "", "X-API-KEY", "smk_2").status())
                    .isEqualTo(404);
            assertThat(api.anonymous("GET", path, "", "Authorization", "Basic smk_1")
                            .text())
                    .isEqualTo("{}");
            assertThat(api.anonymous("GET", path, "", "X-API-Key", " ").status())
                    .isEqualTo(401);
            Answer worded = new EachApi(documented, "k").anonymous("POST", PREDICTION, "{}");
            assertThat(worded.status()).isEqualTo(401);
            assertThat(worded.text()).isEqualTo("{\"error\":\"Invalid or missing API key\"}");
        }
    }

    @Test
    void whatIsNotThereIsNotFound() {
        try (Understudy production = started("production");
                Understudy documented = started("documented")) {
            EachApi api = new EachApi(production, "k");
            EachApi worded = new EachApi(documented, "k");

            assertThat(api.get(NOWHERE).text()).isEqualTo("{\"status\":404,\"error\":\"not found\"}");
            assertThat(worded.get(NOWHERE).text()).isEqualTo("{\"error\":\"Prediction not found\"}");
            assertThat(api.post(PREDICTION, Map.of("model", "sora-3", "input", Map.of()))
                            .status())
                    .isEqualTo(404);
            assertThat(api.post(PREDICTION, Map.of("model", "x:openai/sora-2", "input", Map.of()))
                            .status())
                    .isEqualTo(404);
            assertThat(api.get("/v1/webhooks/a/b/c").status()).isEqualTo(404);
            assertThat(api.send("PUT", PREDICTION, "").status()).isEqualTo(405);
        }
    }

    @Test
    void whatTheBalanceDoesNotCoverSaysHowMuchThereIs() {
        try (Understudy poor =
                Understudy.builder().with(Setting.BALANCE, "0.399").start()) {
            Answer answer = new EachApi(poor, "k").post(PREDICTION, VIDEO);

            assertThat(answer.status()).isEqualTo(402);
            assertThat(answer.json().path("details").asText()).contains("your current balance ($0.39).");
            assertThat(new EachApi(poor, "k")
                            .get("/v1/executions")
                            .json()
                            .path("total_count")
                            .asInt())
                    .isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"8", "12"})
    void tenRunAtOnceWhenTheBalanceIsLow(String balance) {
        // The first jobs of the fuller account are submitted while it is not low yet; they count all the same.
        try (Understudy understudy = Understudy.builder()
                .with(Setting.BALANCE, balance)
                .with(Setting.CLOCK, "frozen")
                .start()) {
            EachApi api = new EachApi(understudy, "k");
            IntStream.range(0, 10)
                    .forEach(job ->
                            assertThat(api.post(PREDICTION, VIDEO).status()).isEqualTo(200));

            Answer eleventh = api.post(PREDICTION, VIDEO);

            assertThat(eleventh.status()).isEqualTo(429);
            assertThat(eleventh.json().path("error").asText()).isEqualTo("too many requests");
            assertThat(eleventh.json().path("details").asText())
                    .startsWith("Account rate limited: accounts with a balance");
            api.sandbox().advance(Duration.ofMinutes(1));
            assertThat(api.post(PREDICTION, VIDEO).status()).isEqualTo(200);
        }
    }

    @Test
    void whatWasRetiredUpstreamIsAModelThatIsNotFound() {
        try (Understudy retired =
                Understudy.builder().with(Setting.PROFILE, "retired").start()) {
            EachApi api = new EachApi(retired, "k");

            Answer answer = api.post(PREDICTION, VIDEO);

            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.text()).isEqualTo("{\"error\":\"Failed to fetch model: model not found\"}");
            assertThat(api.get("/v1/executions").json().path("total_count").asInt())
                    .isZero();
        }
    }

    @Test
    void badHabitsOfAClientAreSeen() {
        try (Understudy understudy = started("production")) {
            EachApi api = new EachApi(understudy, "k");
            String id = api.submit("sora-2-text-to-video", Map.of("prompt", "a teapot"));
            api.submit("sora-2-text-to-video", Map.of("prompt", "a teapot"));
            IntStream.range(0, 30).forEach(poll -> api.get(PREDICTION + "/" + id));

            assertThat(api.sandbox().hygiene().findings())
                    .filteredOn(finding -> !finding.isKept())
                    .extracting(Finding::rule)
                    .contains(HygieneRule.POLL_GENTLY, HygieneRule.LOOK_BEFORE_REPEATING);
        }
    }

    @Test
    void aFullAccountMayRunManyAtOnce() {
        try (Understudy understudy = started("production")) {
            EachApi api = new EachApi(understudy, "k");

            IntStream.range(0, 30)
                    .forEach(job ->
                            assertThat(api.post(PREDICTION, VIDEO).status()).isEqualTo(200));
        }
    }

    @Test
    void everyAnswerNamesItsRequestAndTheSameOnesEachTime() {
        try (Understudy one = started("production");
                Understudy two = started("production")) {
            EachApi api = new EachApi(one, "k");

            assertThat(api.get("/v1/models", "X-Request-Id", "mine-1").header("X-Request-Id"))
                    .isEqualTo("mine-1");
            List<String> ids = ids(new EachApi(two, "l"));
            assertThat(ids)
                    .doesNotHaveDuplicates()
                    .allSatisfy(id -> assertThat(id)
                            .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"));
            assertThat(ids(new EachApi(one, "l"))).isEqualTo(ids);
        }
    }

    private static List<String> ids(EachApi api) {
        return Stream.of(
                        api.get(NOWHERE),
                        api.get("/v1/models"),
                        api.anonymous("GET", "/v1/models", ""),
                        api.anonymous("GET", NOWHERE, ""),
                        api.anonymous("GET", NOWHERE, ""),
                        api.get("/v1/predictions"))
                .map(answer -> answer.header("X-Request-Id"))
                .toList();
    }
}
