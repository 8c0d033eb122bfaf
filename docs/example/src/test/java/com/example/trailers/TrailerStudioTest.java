package com.example.trailers;

import static dev.understudy.junit.UnderstudyAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.SandboxHandle;
import dev.understudy.client.Character;
import dev.understudy.client.PredictionFailedException;
import dev.understudy.client.WaveSpeedClient;
import dev.understudy.junit.ApiKey;
import dev.understudy.junit.BaseUrl;
import dev.understudy.junit.UnderstudyExtension;
import dev.understudy.junit.VirtualClock;
import dev.understudy.settings.Pace;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * How to test a program that makes videos. Jobs take minutes here, as on the real service, and the class takes seconds:
 * the program waits by pushing the emulator's clock.
 */
class TrailerStudioTest {

    @RegisterExtension
    static final UnderstudyExtension UNDERSTUDY =
            UnderstudyExtension.builder().pace(Pace.REALISTIC).build();

    private static final URI GOOD_CLIP = URI.create("https://media.example/joe-3s.mp4");

    private final Budget budget = new Budget("5.00");
    private TrailerStudio studio;

    @BeforeEach
    void openTheStudio(@BaseUrl URI baseUrl, @ApiKey String key, VirtualClock clock) {
        StagedClock staged = new StagedClock(clock);
        WaveSpeedClient client = WaveSpeedClient.builder()
                .baseUrl(baseUrl)
                .apiKey(key)
                .clock(staged)
                .pollInterval(Duration.ofSeconds(5))
                .build();
        studio = new TrailerStudio(client, staged, budget);
    }

    @Test
    void a_trailer_is_made_of_a_clip_and_a_scene(SandboxHandle sandbox, VirtualClock clock) throws Exception {
        Character joe = studio.cast(GOOD_CLIP, "Joe");
        Trailer trailer = studio.shoot("Joe waves from a boat", joe);

        assertThat(trailer.model()).isEqualTo("openai/sora-2-pro/text-to-video");
        assertThat(clock.instant()).isAfter(UnderstudyExtension.START.plus(Duration.ofMinutes(2)));
        assertThat(sandbox).hasSubmitted(2).spentLessThan("1.21");
    }

    @Test
    void a_clip_that_is_a_little_too_short_is_reported() {
        assertThatThrownBy(() -> studio.cast(URI.create("https://media.example/joe.mp4?duration=1.999"), "Joe"))
                .isInstanceOf(PredictionFailedException.class)
                .hasMessageContaining("1.999");
    }
}
