package com.example.trailers;

import static dev.understudy.junit.UnderstudyAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.SandboxHandle;
import dev.understudy.client.Character;
import dev.understudy.client.PredictionFailedException;
import dev.understudy.client.WaveSpeedClient;
import dev.understudy.client.WebhookReceiver;
import dev.understudy.junit.ApiKey;
import dev.understudy.junit.BaseUrl;
import dev.understudy.junit.UnderstudyExtension;
import dev.understudy.junit.VirtualClock;
import dev.understudy.settings.Pace;
import dev.understudy.webhook.Received;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
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
    private Character joe;

    @BeforeEach
    void openTheStudio(@BaseUrl URI baseUrl, @ApiKey String key, VirtualClock clock) throws Exception {
        StagedClock staged = new StagedClock(clock);
        WaveSpeedClient client = WaveSpeedClient.builder()
                .baseUrl(baseUrl)
                .apiKey(key)
                .clock(staged)
                .pollInterval(Duration.ofSeconds(5))
                .build();
        studio = new TrailerStudio(client, staged, budget);
        joe = studio.cast(GOOD_CLIP, "Joe");
    }

    @Test
    void a_trailer_is_made_of_a_clip_and_a_scene(SandboxHandle sandbox, VirtualClock clock) throws Exception {
        Trailer trailer = studio.shoot("Joe waves from a boat", joe);

        assertThat(trailer.model()).isEqualTo("openai/sora-2-pro/text-to-video");
        assertThat(clock.instant()).isAfter(UnderstudyExtension.START.plus(Duration.ofMinutes(2)));
        assertThat(sandbox).hasSubmitted(2).spentLessThan("1.21");
    }

    @Test
    void a_budget_that_is_nearly_spent_buys_the_cheaper_model(SandboxHandle sandbox) throws Exception {
        budget.take(new BigDecimal("4.50"));
        assertThat(studio.shoot("Joe waves", joe).model()).isEqualTo("openai/sora-2/text-to-video");
        assertThat(budget.left()).isEqualByComparingTo("0.10");

        assertThatThrownBy(() -> studio.shoot("Joe waves again", joe)).hasMessageContaining("over budget");
        assertThat(sandbox).hasSubmitted(2).spentLessThan("0.50");
    }

    @Test
    void a_webhook_tells_of_the_end_once(SandboxHandle sandbox, @BaseUrl URI baseUrl, VirtualClock clock)
            throws Exception {
        Mailroom mailroom = new Mailroom(new WebhookReceiver(sandbox.webhookSecret(), new StagedClock(clock)));
        // A receiver that the emulator has; one of your own, on a port of your own, does as well.
        String job = studio.order("Joe waves", joe, baseUrl.resolve(sandbox.inboxPath("studio")));
        clock.advance(Duration.ofMinutes(5));

        assertThat(sandbox).receivedWebhooks("studio", 1);
        Received delivery = sandbox.inbox("studio").get(0);
        byte[] body = delivery.body().getBytes(StandardCharsets.UTF_8);
        assertThat(mailroom.deliver(delivery.headers(), body)).isTrue();
        assertThat(mailroom.deliver(delivery.headers(), body)).isFalse();
        assertThat(mailroom.ended()).containsOnlyKeys(job);
    }

    @Test
    void a_clip_that_is_a_little_too_short_is_reported() {
        assertThatThrownBy(() -> studio.cast(URI.create("https://media.example/joe.mp4?duration=1.999"), "Joe"))
                .isInstanceOf(PredictionFailedException.class)
                .hasMessageContaining("1.999");
    }
}
