package dev.understudy.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxClockTest {

    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");

    private final FakeAlarm wall = new FakeAlarm();

    @Test
    void aScaledClockRunsSoManyTimesAsFastAsTheWall() {
        SandboxClock clock = new SandboxClock(wall, Optional.of(MARCH), ClockMode.scaled(60));

        wall.pass(Duration.ofMillis(1_500));
        assertThat(clock.instant()).isEqualTo(MARCH.plusSeconds(90));
        clock.run(ClockMode.scaled(0.1));
        wall.pass(Duration.ofSeconds(10));
        assertThat(clock.instant()).isEqualTo(MARCH.plusSeconds(91));
        clock.run(ClockMode.real());
        wall.pass(Duration.ofSeconds(1));
        assertThat(clock.instant()).isEqualTo(MARCH.plusSeconds(92));
    }

    @Test
    void anAlarmOfAScaledClockIsSetForTheTimeThatPassesOnTheWall() {
        SandboxClock clock = new SandboxClock(wall, Optional.of(MARCH), ClockMode.scaled(1_000));
        Agenda agenda = new Agenda(clock, wall);
        List<Instant> fired = new ArrayList<>();
        agenda.at(MARCH.plusSeconds(60), () -> fired.add(clock.instant()));

        assertThat(wall.waiting())
                .hasSize(1)
                .first()
                .satisfies(order ->
                        assertThat(order.getDelay(TimeUnit.MILLISECONDS)).isEqualTo(60));
        wall.pass(Duration.ofMillis(59));
        assertThat(fired).isEmpty();
        wall.pass(Duration.ofMillis(2));
        assertThat(fired).hasSize(1);
        assertThat(fired.get(0))
                .isBetween(MARCH.plusSeconds(60), MARCH.plusSeconds(60).plusNanos(1_000));
    }

    @Test
    void anotherSpeedSetsTheAlarmAnew() {
        SandboxClock clock = new SandboxClock(wall, Optional.of(MARCH), ClockMode.frozen());
        Agenda agenda = new Agenda(clock, wall);
        List<Instant> fired = new ArrayList<>();
        agenda.at(MARCH.plusSeconds(60), () -> fired.add(clock.instant()));
        assertThat(wall.waiting()).isEmpty();

        clock.run(ClockMode.scaled(0.5));
        wall.pass(Duration.ofSeconds(119));
        assertThat(fired).isEmpty();
        clock.run(ClockMode.scaled(100_000));
        wall.pass(Duration.ofMillis(1));

        assertThat(fired).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.1, 1.0 / 3, Math.PI, 99_999.9, 100_000})
    void aScaledClockNeverGoesBack(double factor) {
        SandboxClock clock = new SandboxClock(wall, Optional.of(MARCH), ClockMode.scaled(factor));
        wall.pass(Duration.ofDays(100).minusNanos(500));
        Instant last = clock.instant();
        for (int i = 0; i < 1_000; i++) {
            wall.pass(Duration.ofNanos(1));
            assertThat(clock.instant()).isAfterOrEqualTo(last);
            last = clock.instant();
        }
    }

    @Test
    void aYearAtFullSpeedIsNoTrouble() {
        SandboxClock clock = new SandboxClock(wall, Optional.of(MARCH), ClockMode.scaled(100_000));

        wall.pass(Duration.ofDays(365));

        assertThat(Duration.between(MARCH, clock.instant())).isEqualTo(Duration.ofDays(36_500_000));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 0.0009, 100_001, Double.NaN, Double.POSITIVE_INFINITY})
    void aSpeedOutOfRangeIsRefused(double factor) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClockMode.scaled(factor))
                .withMessage("scale must be a number from 0.001 to 100000");
    }
}
