package dev.understudy.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AgendaTest {

    private final FakeAlarm wall = new FakeAlarm();
    private final SandboxClock clock = new SandboxClock(wall);
    private final Agenda agenda = new Agenda(clock, wall);
    private final Instant start = clock.instant();
    private final List<String> fired = new ArrayList<>();

    @Test
    void entriesFireWhenARunningClockReachesThem() {
        note("b", 20);
        note("a", 10);

        wall.pass(seconds(9));
        assertThat(fired).isEmpty();
        wall.pass(seconds(1));
        assertThat(fired).containsExactly("a at 10");
        wall.pass(seconds(100));
        assertThat(fired).containsExactly("a at 10", "b at 20");
    }

    @Test
    void equalTimesFireInTheOrderInWhichTheyCame() {
        for (String name : List.of("e", "d", "c", "b", "a")) {
            note(name, 5);
        }

        clock.advance(seconds(5));

        assertThat(fired).containsExactly("e at 5", "d at 5", "c at 5", "b at 5", "a at 5");
    }

    @Test
    void aPushFiresAllThatFallsDueInOrderEachAtItsOwnTime() {
        note("c", 61);
        note("b", 30);
        note("a", 10);

        assertThat(clock.advance(seconds(60))).isEqualTo(start.plusSeconds(60));

        assertThat(fired).containsExactly("a at 10", "b at 30");
        assertThat(clock.instant()).isEqualTo(start.plusSeconds(60));
    }

    @Test
    void aPushFiresWhatItsOwnActionsPutOnTheAgenda() {
        agenda.at(start.plusSeconds(10), () -> {
            note("beyond", 61);
            note("within", 15);
        });

        clock.advance(seconds(60));

        assertThat(fired).containsExactly("within at 15");
    }

    @Test
    void aClockThatStandsStillFiresNothing() {
        note("a", 10);
        clock.freeze();

        wall.pass(Duration.ofDays(1));
        assertThat(fired).isEmpty();
        assertThat(wall.waiting()).isEmpty();

        clock.resume();
        wall.pass(seconds(10));
        assertThat(fired).containsExactly("a at 10");
    }

    @Test
    void aPushedFrozenClockFiresWhatFallsDueAndNoMore() {
        clock.freeze();
        note("a", 10);
        note("b", 20);

        clock.advance(seconds(10));

        assertThat(fired).containsExactly("a at 10");
        assertThat(wall.waiting()).isEmpty();
    }

    @Test
    void whatIsDueWhenItComesFiresAtOnceButNotInTheCaller() {
        clock.freeze();
        note("late", -5);
        assertThat(fired).isEmpty();

        wall.pass(Duration.ZERO);
        assertThat(fired).containsExactly("late at 0");
    }

    @Test
    void nothingWakesUpBeforeTheEarliestIsDue() {
        note("far", 3600);
        note("near", 60);
        note("middle", 600);

        assertThat(wall.waiting())
                .hasSize(1)
                .first()
                .satisfies(order -> assertThat(order.getDelay(TimeUnit.SECONDS)).isEqualTo(60));
    }

    @Test
    void aCancelledEntryDoesNotFire() {
        Agenda.Appointment cancelled = agenda.at(start.plusSeconds(10), () -> fired.add("never"));
        note("a", 10);

        assertThat(cancelled.cancel()).isTrue();
        assertThat(cancelled.cancel()).isFalse();
        clock.advance(seconds(60));

        assertThat(fired).containsExactly("a at 10");
    }

    @Test
    void anActionThatThrowsDoesNotStopOthers() {
        agenda.at(start.plusSeconds(1), () -> {
            throw new Thrown();
        });
        note("a", 1);
        note("b", 2);

        clock.advance(seconds(3));

        assertThat(fired).containsExactly("a at 1", "b at 2");
    }

    @Test
    void anInstantWithoutEndIsAnInstantLikeAnother() {
        agenda.at(Instant.MAX, () -> fired.add("never"));
        note("a", 1);

        wall.pass(Duration.ofDays(800));

        assertThat(fired).containsExactly("a at 1");
    }

    @Test
    void aClockHasOneAgenda() {
        assertThatIllegalStateException().isThrownBy(() -> new Agenda(clock, wall));
    }

    @Test
    void anAlarmThatIsShutDownTakesNoMoreOrders() {
        ScheduledExecutorService alarm = Alarm.start();
        Agenda ofClosed = new Agenda(new SandboxClock(wall), alarm);
        alarm.shutdownNow();

        ofClosed.at(start, () -> fired.add("never"));

        assertThat(alarm.isTerminated()).isTrue();
        assertThat(fired).isEmpty();
    }

    private void note(String name, int dueAfterSeconds) {
        agenda.at(
                start.plusSeconds(dueAfterSeconds),
                () -> fired.add(
                        name + " at " + Duration.between(start, clock.instant()).toSeconds()));
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }

    private static final class Thrown extends RuntimeException {

        private static final long serialVersionUID = 1;

        private Thrown() {
            super("thrown by a test, to be seen in the log", null, false, false);
        }
    }
}
