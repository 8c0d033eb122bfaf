package dev.understudy.openapi;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The check that every answer goes through must be able to fail. */
class AnswerCheckTest {

    private static final String ID = "6488c2754f6f4dfea924382fa14d11bd";
    private static final String RESULT = "/api/v3/predictions/" + ID + "/result";
    private static final String COMPLETED = """
            {"code":200,"message":"success","data":{"id":"%1$s","model":"openai/sora-2/characters",\
            "outputs":[{"id":"char_e9bd70c8fadc8191958144ce7c9d3810","name":"Joe"}],\
            "urls":{"get":"http://localhost:8080/api/v3/predictions/%1$s/result"},\
            "has_nsfw_contents":[false],"status":"completed","created_at":"2026-03-20T08:15:30.123456789Z",\
            "error":"","executionTime":4210,"timings":{"inference":4210}}}""".formatted(ID);

    private static void check(String method, String path, int status, String body) {
        ApiDocument.WAVESPEED.check(method, path, status, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anAnswerOfTheDocumentsShapePasses() {
        assertThatCode(() -> check("GET", RESULT, 200, COMPLETED)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"code\":200 | \"code\":201 | /code",
                "\"message\":\"success\" | \"message\":\"ok\" | /message",
                "\"message\":\"success\", | `` | at :",
                "\"message\":\"success\" | \"message\":\"success\",\"more\":1 | at :",
                "\"id\":\"6488 | \"id\":\"X488 | /data/id",
                "openai/sora-2/characters | openai//characters | /data/model",
                "\"id\":\"char_e | \"id\":\"e | /data/outputs/0",
                "\"name\":\"Joe\" | \"name\":\"Joe\",\"age\":7 | /data/outputs/0",
                "/result\"} | \"} | /data/urls/get",
                "[false] | null | /data/has_nsfw_contents",
                "\"completed\" | \"succeeded\" | /data/status",
                "\"completed\" | \"processing\" | /data/outputs",
                "\"completed\" | \"deleted\" | /data/outputs",
                "\"completed\" | \"failed\" | /data",
                "56789Z | 56780Z | /data/created_at",
                "\"error\":\"\" | \"error\":\"oops\" | /data/error",
                "\"error\":\"\" | \"code\":1200,\"error\":\"\" | /data/code",
                "\"executionTime\":4210 | \"executionTime\":\"4210\" | /data/executionTime",
                "{\"inference\":4210} | {} | /data/timings",
                "\"error\":\"\" | \"error\":\"\",\"input\":{} | /data"
            })
    void eachSmallChangeIsFoundAndPointedAt(String part, String instead, String pointer) {
        String changed = COMPLETED.replace(part, instead);

        assertThatThrownBy(() -> check("GET", RESULT, 200, changed))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("GET " + RESULT + ": 200")
                .hasMessageContaining(pointer);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v3/predictions/x/result, 418",
        "GET, /api/v3/predictions/x/result, 402",
        "PATCH, /api/v3/predictions/x/result, 200",
        "GET, /api/v3/nothing, 200",
        "GET, /api/v3/openai/sora-2/characters, 200",
        "GET, /api/v3/openai/sora-3/characters, 200",
        "POST, /api/v3/openai/sora-3/characters, 201",
        "POST, /api/v3/openai/sora-2/characters, 201"
    })
    void anAnswerThatTheDocumentDoesNotListIsFound(String method, String path, int status) {
        assertThatThrownBy(() -> check(method, path, status, COMPLETED))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("is in no operation of the document");
    }

    @Test
    void anotherMediaTypeIsFound() {
        byte[] page = "<html></html>".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> ApiDocument.WAVESPEED.check("GET", RESULT, 200, "text/html", page))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no such media type");
        assertThatCode(() ->
                        ApiDocument.WAVESPEED.check("POST", "/api/v3/openai/sora-2/characters", 504, "text/html", page))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v3/nothing, 404, Not Found, true",
        "GET, /api/v3/nothing, 404, Task not found, false",
        "GET, /api/v3/predictions/x/result, 404, Task not found, true",
        "GET, /api/v3/predictions/x/result, 404, model not found, false",
        "POST, /api/v3/openai/sora-3/characters, 404, model not found, true",
        "POST, /api/v3/openai/sora-3/characters, 401, Unauthorized, true",
        "POST, /api/v3/openai/sora-3/characters, 401, Go away, false",
        "POST, /api/v3/openai/sora-2/characters, 400, missing required parameter: name, true"
    })
    void aRefusalHasItsStatusInItsBodyAndItsOwnWords(
            String method, String path, int status, String message, boolean passes) {
        String body = "{\"code\":%s,\"message\":\"%s\"}".formatted(status, message);

        if (passes) {
            assertThatCode(() -> check(method, path, status, body)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> check(method, path, status, body))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("/message");
        }
        assertThatThrownBy(() -> check(method, path, status, body.replace("" + status, "" + (status + 1))))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("/code");
    }
}
