package dev.understudy.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The nearest that WireMock has to a job: answers made from templates, and one scenario that goes from queued to
 * processing to completed with each poll. There is one for all jobs, and each submission throws it back.
 */
final class WireMockStubs {

    private static final String FRESH = "{{randomValue length=32 type='HEXADECIMAL'}}";
    private static final String ASKED = "{{request.pathSegments.[3]}}";

    private WireMockStubs() {}

    /** @return the folder to start WireMock with */
    static Path write(Path root, Path video) throws IOException {
        Path mappings = Files.createDirectories(root.resolve("mappings"));
        Path files = Files.createDirectories(root.resolve("__files"));
        Files.copy(video, files.resolve("video.mp4"), StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(mappings.resolve("submit.json"), submit());
        Files.writeString(mappings.resolve("queued.json"), poll("queued", "processing", "queued"));
        Files.writeString(mappings.resolve("processing.json"), poll("processing", "completed", "processing"));
        Files.writeString(mappings.resolve("completed.json"), poll("completed", "completed", "completed"));
        Files.writeString(mappings.resolve("video.json"), VIDEO);
        return root;
    }

    private static final String VIDEO = """
            {
              "request": {"method": "GET", "urlPathPattern": "/media/.+"},
              "response": {"status": 200, "headers": {"Content-Type": "video/mp4"}, "bodyFileName": "video.mp4"}
            }
            """;

    private static String submit() {
        return """
                {
                  "scenarioName": "job",
                  "newScenarioState": "queued",
                  "request": {
                    "method": "POST",
                    "urlPathPattern": "/api/v3/openai/.+",
                    "headers": {"Authorization": {"matches": "Bearer .+"}}
                  },
                  "response": %s
                }
                """.formatted(response(FRESH, "created"));
    }

    private static String poll(String state, String next, String status) {
        return """
                {
                  "scenarioName": "job",
                  "requiredScenarioState": "%s",
                  "newScenarioState": "%s",
                  "request": {
                    "method": "GET",
                    "urlPathPattern": "/api/v3/predictions/[^/]+/result",
                    "headers": {"Authorization": {"matches": "Bearer .+"}}
                  },
                  "response": %s
                }
                """.formatted(state, next, response(ASKED, status));
    }

    private static String response(String id, String status) {
        String body = Answers.text("{{request.baseUrl}}", id, status);
        return """
                {
                  "status": 200,
                  "headers": {"Content-Type": "application/json"},
                  "transformers": ["response-template"],
                  "body": "%s"
                }""".formatted(body.replace("\"", "\\\""));
    }
}
