package dev.understudy.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.dialect.wavespeed.WaveSpeed;
import dev.understudy.prediction.Prediction;
import dev.understudy.prediction.State;
import dev.understudy.prediction.Timed;
import dev.understudy.settings.Setting;
import dev.understudy.settings.Settings;
import dev.understudy.time.ClockMode;
import dev.understudy.time.FakeAlarm;
import dev.understudy.webhook.Seal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sandboxes on a machine whose time passes when a test says so. */
class FrozenTest {

    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final Settings REALISTIC = Settings.defaults()
            .with(Setting.PACE, "realistic")
            .with(Setting.CLOCK, "frozen")
            .with(Setting.NOW, MARCH.toString());

    private final FakeAlarm wall = new FakeAlarm();
    private final Sandboxes sandboxes = new Sandboxes(REALISTIC, 1, wall, wall);
    private final Sandbox sandbox = sandboxes.of("key");

    @AfterEach
    void close() {
        sandboxes.close();
    }

    @Test
    void aFrozenClockMovesNoJobHoweverMuchRealTimePasses() {
        Prediction job = submit();
        CompletableFuture<State> ending = sandbox.endings().of(job);

        wall.pass(Duration.ofDays(400));

        assertThat(state(job)).isEqualTo("queued");
        assertThat(ending).isNotDone();
        assertThat(sandbox.clock().instant()).isEqualTo(MARCH);
        assertThat(wall.waiting()).isEmpty();
    }

    @Test
    void aPushMovesItAsFarAsItsTimesSay() {
        Prediction job = submit();
        Timed times = (Timed) job.timeline();

        sandbox.time().advanceTo(times.starts().minusNanos(1));
        assertThat(state(job)).isEqualTo("queued");
        assertThat(sandbox.advance(Duration.ofNanos(1)).events())
                .containsExactly(
                        new Event.Transition(times.starts(), job.id(), new State.Queued(), new State.Processing()));
        sandbox.time().advanceTo(times.ends().minusNanos(1));
        assertThat(state(job)).isEqualTo("processing");
        assertThat(sandbox.advance(Duration.ofNanos(1)).events())
                .containsExactly(
                        new Event.Transition(times.ends(), job.id(), new State.Processing(), job.at(times.ends())));
        assertThat(sandbox.advance(Duration.ofDays(1)).events()).isEmpty();
    }

    @Test
    void aScaledClockMovesItFaster() {
        Prediction job = submit();
        sandbox.time().run(ClockMode.scaled(1_000));
        Duration untilEnd = Duration.between(MARCH, job.timeline().ends());

        wall.pass(untilEnd.dividedBy(1_000).minusNanos(1));
        assertThat(state(job)).isEqualTo("processing");
        wall.pass(Duration.ofNanos(2));
        assertThat(state(job)).isEqualTo("completed");
    }

    @Test
    void aPushThatBeginsInTheMiddleTellsOnlyWhatLiesInIt() {
        Prediction job = submit();
        sandbox.time().advanceTo(job.timeline().starts());

        assertThat(sandbox.advance(Duration.ofHours(1)).events())
                .extracting(event -> ((Event.Transition) event).to().word())
                .containsExactly("completed");
    }

    @Test
    void aJobWithoutAnEndHoldsUpNoPush() {
        Prediction stuck = new Prediction(
                "stuck",
                "openai/sora-2/text-to-video",
                Map.of(),
                MARCH,
                Timed.of(MARCH, Duration.ofSeconds(1), Duration.ofSeconds(1)).withoutEnd(),
                List.of());
        sandbox.predictions().add(now -> stuck);
        sandbox.webhooks()
                .register(
                        stuck,
                        URI.create("http://127.0.0.1:1/hook"),
                        (ended, reference) -> Optional.empty(),
                        Seal.without(WaveSpeed.WEBHOOKS));
        CompletableFuture<State> ending = sandbox.endings().of(stuck);
        Probes probes = new Probes(sandbox.clock(), new Watch());
        probes.begun(stuck);

        Fired fired = sandbox.advance(Duration.ofDays(400));

        assertThat(probes.await(System.nanoTime())).isTrue();
        assertThat(fired.settled()).isTrue();
        assertThat(fired.events())
                .filteredOn(Event.Transition.class::isInstance)
                .extracting(event -> ((Event.Transition) event).to().word())
                .containsExactly("processing");
        assertThat(ending).isCompletedWithValue(new State.Processing());
        assertThat(wall.waiting()).isEmpty();
    }

    private Prediction submit() {
        return sandbox.submit("openai/sora-2/text-to-video", Map.of("prompt", "a"), Visit.of("wavespeed.submit"));
    }

    private String state(Prediction job) {
        return sandbox.poll(job.id()).orElseThrow().state().word();
    }
}
