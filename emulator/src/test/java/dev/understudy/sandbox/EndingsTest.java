package dev.understudy.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.prediction.Prediction;
import dev.understudy.prediction.State;
import dev.understudy.settings.Setting;
import dev.understudy.settings.Settings;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EndingsTest {

    private final Sandboxes sandboxes = new Sandboxes(Settings.defaults().with(Setting.PACE, "realistic"), 1);
    private final Sandbox sandbox = sandboxes.of("key");

    @BeforeEach
    void freeze() {
        sandbox.clock().freeze();
    }

    @AfterEach
    void close() {
        sandboxes.close();
    }

    @Test
    void whoeverWaitsNoLongerLeavesNothingBehind() {
        for (int i = 0; i < 100; i++) {
            CompletableFuture<State> ending = sandbox.endings().of(submit());
            assertThat(sandbox.endings().waiting()).isEqualTo(1);

            ending.cancel(false);
            assertThat(sandbox.endings().waiting()).isZero();
        }
    }

    @Test
    void anEndLeavesNothingBehindEither() {
        CompletableFuture<State> ending = sandbox.endings().of(submit());

        sandbox.clock().advance(Duration.ofSeconds(90));

        assertThat(ending).isCompletedWithValue(new State.Processing());
        assertThat(sandbox.endings().waiting()).isZero();
    }

    @Test
    void theWaitBeginsWithTheJobEvenIfTheClockIsPushedBeforeAnybodyWaits() {
        Prediction job = submit();
        sandbox.clock().advance(Duration.ofHours(1));

        CompletableFuture<State> ending = sandbox.endings().of(job);
        sandbox.clock().advance(Duration.ZERO);

        assertThat(ending.join()).isEqualTo(new State.Processing());
    }

    private Prediction submit() {
        return sandbox.submit("openai/sora-2/text-to-video", Map.of("prompt", "a"), Visit.of("wavespeed.submit"));
    }
}
