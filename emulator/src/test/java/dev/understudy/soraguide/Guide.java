package dev.understudy.soraguide;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.Api;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** The guide's API as a caller with one key sees it. */
final class Guide {

    static final String CHARACTERS = "/v1/sora/characters";
    static final String GENERATIONS = "/v1/sora/generations";

    private final Api api;

    Guide(Api api) {
        this.api = api;
    }

    Api.Answer create(String field, String source, String timestamps) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("model", "sora-2-character");
        body.put(field, source);
        if (timestamps != null) {
            body.put("timestamps", timestamps);
        }
        return api.post(CHARACTERS, body);
    }

    Api.Answer fromUrl(String url, String timestamps) {
        return create("url", url, timestamps);
    }

    Api.Answer fromTask(String task) {
        return create("from_task", task, null);
    }

    /** The id of a character that must be made. */
    String character() {
        Api.Answer made = fromUrl("https://example.com/my-video.mp4", "5,8");
        assertThat(made.status()).as(made.text()).isEqualTo(200);
        return made.json().path("character_id").asText();
    }

    Api.Answer generate(String prompt) {
        return api.post(GENERATIONS, Map.of("model", "sora-2", "prompt", prompt));
    }

    /** The id of a generation that must be taken. */
    String task(String prompt) {
        Api.Answer taken = generate(prompt);
        assertThat(taken.status()).as(taken.text()).isEqualTo(200);
        return taken.json().path("id").asText();
    }

    JsonNode poll(String task) {
        return api.get(GENERATIONS + "/" + task).json();
    }

    /** A generation that has ended, at the fast pace. */
    JsonNode video(String prompt) {
        String task = task(prompt);
        api.sandbox().advance(Duration.ofSeconds(1));
        return poll(task);
    }

    static JsonNode error(Api.Answer answer) {
        return answer.json().path("error");
    }

    /** Status, message, parameter and code of a refusal, with bars between them. */
    static String refusal(Api.Answer answer) {
        JsonNode error = error(answer);
        return "%s|%s|%s|%s"
                .formatted(
                        answer.status(),
                        error.path("message").asText(),
                        error.path("param").asText(),
                        error.path("code").asText());
    }
}
