package dev.understudy.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** The nearest that MockServer has to a job: answers made from templates. A job is completed from its first poll on. */
final class MockServerStubs {

    private static final String BASE = "http://$!request.headers['Host'][0]";
    private static final String FRESH = "$!uuid";
    // What comes behind "/api/v3/predictions/".
    private static final String ASKED = "$!request.path.substring(20, 56)";

    private MockServerStubs() {}

    /** @return the file to start MockServer with */
    static Path write(Path file, Path video) throws IOException {
        String submit = Answers.text(BASE, FRESH, "created");
        String poll = Answers.text(BASE, ASKED, "completed");
        String media = Base64.getEncoder().encodeToString(Files.readAllBytes(video));
        return Files.writeString(file, """
                [
                  {"httpRequest": {"method": "POST", "path": "/api/v3/openai/.*", "headers": {"Authorization": ["Bearer .+"]}},
                   "httpResponseTemplate": {"templateType": "VELOCITY", "template": "%s"}},
                  {"httpRequest": {"method": "GET", "path": "/api/v3/predictions/.*", "headers": {"Authorization": ["Bearer .+"]}},
                   "httpResponseTemplate": {"templateType": "VELOCITY", "template": "%s"}},
                  {"httpRequest": {"method": "GET", "path": "/media/.*"},
                   "httpResponse": {"headers": {"content-type": ["video/mp4"]}, "body": {"type": "BINARY", "base64Bytes": "%s"}}}
                ]
                """.formatted(template(submit), template(poll), media));
    }

    // JSON in a template that is JSON in a file that is JSON.
    private static String template(String body) {
        String answer = "{\"statusCode\": 200, \"headers\": {\"content-type\": [\"application/json\"]}, \"body\": \""
                + escaped(body) + "\"}";
        return escaped(answer);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
