package dev.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharactersTest {

    private static final Map<String, String> JOE = Map.of("video", "https://example.com/your-input.mp4", "name", "Joe");

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
    void aKeyOfItsOwn(TestInfo test) {
        api = new Api(understudy, test.getDisplayName().replaceAll("\\W", "-"));
    }

    @Test
    void theSubmitAnswerHasTheCapturedBytes() {
        Api.Answer answer = api.post(Api.CHARACTERS, JOE);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.text())
                .matches("\\{\"code\":200,\"message\":\"success\",\"data\":\\{\"id\":\"([0-9a-f]{32})\","
                        + "\"model\":\"openai/sora-2/characters\",\"outputs\":\\[\\],\"urls\":\\{\"get\":"
                        + "\"http://127.0.0.1:\\d+/api/v3/predictions/\\1/result\"\\},\"has_nsfw_contents\":\\[\\],"
                        + "\"status\":\"created\",\"created_at\":\"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d"
                        + "(\\.\\d{0,2}[1-9])?Z\",\"error\":\"\",\"executionTime\":0,"
                        + "\"timings\":\\{\"inference\":0\\}\\}\\}");
    }

    @Test
    void aJobGoesFromQueuedOverProcessingToCompletedAsItsClockIsPushed() {
        api.sandbox().freeze();
        String id = api.post(Api.CHARACTERS, JOE).data().path("id").asText();
        String path = "/api/v3/predictions/" + id + "/result";

        assertThat(api.get(path).data().path("status").asText()).isEqualTo("queued");
        assertThat(api.get(path).data().path("status").asText()).isEqualTo("queued");
        api.sandbox().advance(Duration.ofMillis(170));
        assertThat(api.get(path).data().path("status").asText()).isEqualTo("processing");
        api.sandbox().advance(Duration.ofMillis(600));
        JsonNode job = api.get(path).data();
        assertThat(job.path("status").asText()).isEqualTo("completed");
        assertThat(job.path("outputs")).hasSize(1);
        assertThat(job.path("outputs").path(0).path("id").asText()).matches("char_[0-9a-f]{32}");
        assertThat(job.path("outputs").path(0).path("name").asText()).isEqualTo("Joe");
        assertThat(job.path("has_nsfw_contents").toString()).isEqualTo("[false]");
        assertThat(job.path("executionTime").asLong())
                .isBetween(200L, 500L)
                .isEqualTo(job.path("timings").path("inference").asLong());
        assertThat(api.get(path).text())
                .isEqualTo(api.get("/api/v3/predictions/" + id).text());
    }

    @Test
    void aPollShowsTheTimeOfTheSubmissionInNanoseconds() {
        JsonNode submitted = api.post(Api.CHARACTERS, JOE).data();
        JsonNode polled = api.get("/api/v3/predictions/" + submitted.path("id").asText() + "/result")
                .data();

        String exact = polled.path("created_at").asText();
        assertThat(exact).matches(".*T\\d\\d:\\d\\d:\\d\\d(\\.\\d{0,8}[1-9])?Z");
        java.time.Instant shown =
                java.time.Instant.parse(submitted.path("created_at").asText());
        assertThat(java.time.Instant.parse(exact).truncatedTo(java.time.temporal.ChronoUnit.MILLIS))
                .isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"video":"https://example.com/a.mp4"}                     | missing required parameter: name
            {"name":"Joe"}                                            | missing required parameter: video
            {}                                                        | missing required parameter: video
            {"video":null,"name":"Joe"}                               | missing required parameter: video
            {"video":"https://example.com/a.mp4","name":""}           | parameter name must not be empty
            {"video":"https://example.com/a.mp4","name":"  "}         | parameter name must not be empty
            {"video":"https://example.com/a.mp4","name":7}            | parameter name must be a string, got the number 7
            {"video":["https://example.com/a.mp4"],"name":"Joe"}      | parameter video must be a string, got an array
            {"video":"https://example.com/a.mp4","name":{"a":1}}      | parameter name must be a string, got an object
            []                                                        | the body must be a JSON object
            "text"                                                    | the body must be a JSON object
            {"video":                                                 | the body is not valid JSON (line 1, column 10)
            """)
    void anInputThatCannotBeUsedIsRefusedWithASentence(String body, String message) {
        Api.Answer answer = api.post(Api.CHARACTERS, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).isEqualTo("{\"code\":400,\"message\":\"" + message + "\"}");
    }

    @Test
    void aNameMayHaveEightyCharactersButNotOneMore() {
        String eighty = "ä".repeat(40) + "🎬".repeat(40);

        JsonNode job = api.run(Api.CHARACTERS, Map.of("video", "https://example.com/a.mp4", "name", eighty));
        assertThat(job.path("outputs").path(0).path("name").asText()).isEqualTo(eighty);
        Api.Answer refused =
                api.post(Api.CHARACTERS, Map.of("video", "https://example.com/a.mp4", "name", eighty + "x"));
        assertThat(refused.json().path("message").asText())
                .isEqualTo("parameter name must be at most 80 characters long, got 81");
    }

    @Test
    void unknownKeysAreDroppedAndTheJournalSaysSo() {
        JsonNode job = api.run(Api.CHARACTERS, Map.of("video", "https://example.com/a.mp4", "name", "Joe", "seed", 5));

        assertThat(job.path("status").asText()).isEqualTo("completed");
        assertThat(api.sandbox().journal().get(0).notes())
                .contains("dropped, since the model does not know them: seed");
    }

    @Test
    void withoutAKeyNothingIsAnswered() {
        for (String credentials : new String[] {"", "Bearer", "Bearer  ", "Basic abc", "Token abc"}) {
            Api.Answer answer = credentials.isEmpty()
                    ? api.anonymous("GET", "/api/v3/predictions/x/result", BodyPublishers.noBody())
                    : api.anonymous(
                            "GET",
                            "/api/v3/predictions/x/result",
                            BodyPublishers.noBody(),
                            "Authorization",
                            credentials);
            assertThat(answer.status()).as(credentials).isEqualTo(401);
            assertThat(answer.text()).isEqualTo("{\"code\":401,\"message\":\"Unauthorized\"}");
        }
    }

    @Test
    void anotherKeysJobIsNotThere() {
        String id = api.post(Api.CHARACTERS, JOE).data().path("id").asText();

        Api.Answer answer = new Api(understudy, "somebody-else").get("/api/v3/predictions/" + id + "/result");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).isEqualTo("{\"code\":404,\"message\":\"Task not found\"}");
    }

    @Test
    void aModelNobodyHasIsNotFound() {
        Api.Answer answer = api.post("/api/v3/openai/sora-3/characters", JOE);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).isEqualTo("{\"code\":404,\"message\":\"model not found\"}");
    }

    @Test
    void returnedUrlsFollowTheNameUnderWhichTheCallerReachedTheServer() {
        String id = api.post(Api.CHARACTERS, JOE).data().path("id").asText();
        String path = "/api/v3/predictions/" + id;

        assertThat(api.get(path, "X-Forwarded-Host", "api.example.test", "X-Forwarded-Proto", "https")
                        .data()
                        .path("urls")
                        .path("get")
                        .asText())
                .isEqualTo("https://api.example.test" + path + "/result");
        assertThat(api.get(path, "X-Forwarded-Host", "a\"b")
                        .data()
                        .path("urls")
                        .path("get")
                        .asText())
                .startsWith("http://127.0.0.1:")
                .endsWith(path + "/result");
    }
}
