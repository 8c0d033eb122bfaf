package dev.understudy.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.Api;
import dev.understudy.media.render.Scene;
import dev.understudy.prediction.Outcome;
import dev.understudy.prediction.Output;
import dev.understudy.settings.Settings;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is painted on an output. */
class FilmingTest {

    private final Sandboxes sandboxes = new Sandboxes(Settings.defaults(), 1);

    @AfterEach
    void close() {
        sandboxes.close();
    }

    @Test
    void aVideoFromAnImageSaysSoWithWhatWasRead() {
        String image = Api.dataUri(Api.fixture("images/landscape-lossless.webp"));

        assertThat(scene("openai/sora-2/image-to-video-pro", Map.of("prompt", "the cat wakes up", "image", image))
                        .lines())
                .containsExactly("the cat wakes up", "from a WebP image of 1280×720", "1280*720, 4 s");
    }

    @Test
    void aVideoFromAnImageThatWasNotLookedAtSaysThat() {
        assertThat(scene("openai/sora-2/image-to-video", Map.of("prompt", "x", "image", "https://example.com/a.png"))
                        .lines())
                .containsExactly("x", "from an image that was not fetched", "720*1280, 4 s");
    }

    @Test
    void aVideoFromTextSpeaksOfNoImage() {
        Scene scene = scene("openai/sora-2-pro/text-to-video", Map.of("prompt", "x", "image", "https://example.com/a"));

        assertThat(scene.title()).isEqualTo("openai/sora-2-pro/text-to-video");
        assertThat(scene.lines()).containsExactly("x", "1280*720, 4 s");
    }

    private Scene scene(String model, Map<String, Object> input) {
        Outcome outcome = sandboxes
                .of("key")
                .submit(model, input, Visit.of("wavespeed.submit"))
                .outcome()
                .orElseThrow();
        return ((Output.Video) ((Outcome.Completed) outcome).outputs().get(0)).scene();
    }
}
