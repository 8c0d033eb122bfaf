package dev.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RepetitionTest {

    @Test
    void theSameSeedAndTheSameRequestsGiveTheSameIdsTimesAndFiles() {
        List<String> first = run(42, "repeat");

        assertThat(run(42, "repeat")).isEqualTo(first);
        assertThat(run(43, "repeat")).isNotEqualTo(first);
        assertThat(run(42, "another")).isNotEqualTo(first);
    }

    @Test
    void aServerWithoutASeedDrawsItsOwnAndTellsIt() {
        try (Understudy one = Understudy.builder().start();
                Understudy two = Understudy.builder().start()) {
            assertThat(one.seed()).isNotNegative().isNotEqualTo(two.seed());
        }
    }

    private static List<String> run(long seed, String key) {
        List<String> seen = new ArrayList<>();
        try (Understudy understudy = Understudy.builder().seed(seed).start()) {
            Api api = new Api(understudy, key);
            for (int i = 0; i < 5; i++) {
                JsonNode job =
                        api.run(Api.CHARACTERS, Map.of("video", "https://example.com/a.mp4", "name", "Joe " + i));
                seen.add(job.path("id").asText() + job.path("outputs") + job.path("executionTime"));
            }
            JsonNode video = api.run(Api.TEXT_TO_VIDEO, Map.of("prompt", "Joe waves"));
            String path = URI.create(video.path("outputs").path(0).asText()).getPath();
            seen.add(path);
            seen.add(api.anonymous("GET", path, BodyPublishers.noBody()).header("ETag"));
        }
        return seen;
    }
}
