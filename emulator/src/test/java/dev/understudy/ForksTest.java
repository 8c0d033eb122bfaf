package dev.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.settings.Progression;
import dev.understudy.settings.Setting;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two keys that go on from one past. */
class ForksTest {

    private static final Map<String, String> WALK = Map.of("prompt", "a walk");

    private Understudy understudy;
    private Api api;

    @BeforeEach
    void start() {
        understudy = Understudy.builder().seed(5).with(Setting.CLOCK, "frozen").start();
        api = new Api(understudy, "mine");
    }

    @AfterEach
    void stop() {
        understudy.close();
    }

    @Test
    void aForkHasEverythingUnderAKeyOfItsOwn() {
        String id = api.submit(Api.TEXT_TO_VIDEO, WALK);
        String upload = api.upload("clip.mp4", Api.clip("clip-2s.mp4"));
        JsonNode joe = api.run(Api.CHARACTERS, Map.of("video", upload, "name", "Joe"));
        Api other = new Api(understudy, "theirs");

        assertThat(api.post("/__understudy/fork", Map.of("key", "theirs")).status())
                .isEqualTo(204);

        JsonNode forked = other.get("/api/v3/predictions/" + id + "/result").data();
        assertThat(forked.path("status").asText()).isEqualTo("completed");
        String video = forked.path("outputs").path(0).asText();
        assertThat(video).doesNotContain(api.sandbox().inboxPath("x").split("/")[3]);
        assertThat(other.get(URI.create(video).getPath()).status()).isEqualTo(200);
        String character = joe.path("outputs").path(0).path("id").asText();
        assertThat(other.run(Api.TEXT_TO_VIDEO, Map.of("prompt", "a", "characters", List.of(Map.of("id", character))))
                        .path("status")
                        .asText())
                .isEqualTo("completed");
        assertThat(other.sandbox().now()).isAfter(api.sandbox().now());
        assertThat(api.get("/api/v3/predictions").data().path("total").asInt()).isEqualTo(2);
    }

    @Test
    void aForkDrawsWhatItsOriginalDraws() {
        api.submit(Api.TEXT_TO_VIDEO, WALK);
        api.post("/__understudy/fork", Map.of("key", "theirs"));

        assertThat(new Api(understudy, "theirs").submit(Api.TEXT_TO_VIDEO, WALK))
                .isEqualTo(api.submit(Api.TEXT_TO_VIDEO, WALK));
    }

    @Test
    void aKeyThatHasBeenUsedIsOverwrittenOnlyOnRequest() {
        Api other = new Api(understudy, "theirs");
        String theirs = other.submit(Api.TEXT_TO_VIDEO, WALK);
        String mine = api.submit(Api.TEXT_TO_VIDEO, WALK);

        assertThat(api.post("/__understudy/fork", Map.of("key", "theirs")).status())
                .isEqualTo(409);
        assertThat(other.get("/api/v3/predictions/" + theirs).status()).isEqualTo(200);
        assertThat(api.post("/__understudy/fork", Map.of("key", "theirs", "replace", true))
                        .status())
                .isEqualTo(204);
        assertThat(other.get("/api/v3/predictions/" + theirs).status()).isEqualTo(404);
        assertThat(other.get("/api/v3/predictions/" + mine).status()).isEqualTo(200);
        assertThat(api.post("/__understudy/fork", Map.of("key", "mine")).status())
                .isEqualTo(400);
    }

    @Test
    void aForkGetsItsWebhooksInItsOwnInboxSignedWithItsOwnSecret() {
        String inbox = understudy.baseUrl() + api.sandbox().inboxPath("in");
        api.post(Api.TEXT_TO_VIDEO + "?webhook=" + inbox, WALK);
        SandboxHandle other = understudy.sandbox("theirs");
        api.sandbox().forkTo(other);
        other.advance(Duration.ofSeconds(1));

        assertThat(api.sandbox().inbox("in")).isEmpty();
        assertThat(other.inbox("in"))
                .hasSize(1)
                .allSatisfy(one -> assertThat(one.signatureValid()).isTrue());
        assertThat(other.inbox("in").get(0).body())
                .contains(other.inboxPath("x").split("/")[3]);
    }

    @Test
    void jobsThatMoveByPollsGoTheirOwnWays() {
        api.sandbox().progressions().choose(Progression.of("polls", 1, 1));
        String id = api.submit(Api.TEXT_TO_VIDEO, WALK);
        assertThat(api.status(id)).isEqualTo("queued");
        api.sandbox().forkTo(understudy.sandbox("theirs"));

        assertThat(List.of(api.status(id), api.status(id))).containsExactly("processing", "completed");
        Api other = new Api(understudy, "theirs");
        assertThat(List.of(other.status(id), other.status(id))).containsExactly("processing", "completed");
    }
}
