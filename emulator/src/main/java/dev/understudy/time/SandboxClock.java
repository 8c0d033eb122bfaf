package dev.understudy.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The clock of one sandbox. Everything a sandbox dates or waits for reads it, so that pushing the clock moves job
 * states, quota windows and outages together. It runs as fast as the wall, faster or slower, or stands still, and is
 * pushed forward by hand; it goes back only where nothing has happened yet.
 */
public final class SandboxClock implements InstantSource {

    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private final InstantSource wall;
    private volatile Anchor anchor;
    private volatile Optional<Agenda> agenda = Optional.empty();

    /** A clock that runs with {@code wall} and shows the same time, until it is told otherwise. */
    public SandboxClock(InstantSource wall) {
        this(wall, Optional.empty(), ClockMode.real());
    }

    /** @param start what it shows first; the wall's time if empty */
    public SandboxClock(InstantSource wall, Optional<Instant> start, ClockMode mode) {
        this.wall = wall;
        Instant real = wall.instant();
        this.anchor = new Anchor(real, start.orElse(real), mode);
    }

    /**
     * Checks that a clock can show {@code time}.
     *
     * @throws IllegalArgumentException if it lies before 1970 or after 9999, where timestamps change their shape
     */
    public static Instant inRange(Instant time) {
        if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
            throw new IllegalArgumentException("a clock shows times from 1970 to 9999");
        }
        return time;
    }

    public ClockMode mode() {
        return anchor.mode();
    }

    @Override
    public Instant instant() {
        return anchor.at(wall.instant());
    }

    /**
     * Stands still from now on; only {@link #advance} moves it. Freezing a frozen clock changes nothing. When this
     * returns, nothing on the agenda fires any more.
     */
    public void freeze() {
        run(ClockMode.frozen());
    }

    /** Runs as fast as the wall again, from the time it shows now. */
    public void resume() {
        run(ClockMode.real());
    }

    /** Goes on in another way, from the time it shows now. */
    public void run(ClockMode mode) {
        synchronized (this) {
            Instant real = wall.instant();
            anchor = new Anchor(real, anchor.at(real), mode);
        }
        agenda.ifPresent(Agenda::fireDue);
    }

    /** Shows an earlier time. Only for a sandbox in which nothing has happened and nothing is to happen. */
    public synchronized void setBack(Instant time) {
        anchor = new Anchor(wall.instant(), time, anchor.mode());
    }

    /**
     * Pushes the clock forward, and fires what falls due on the way: the clock goes from one due time to the next.
     *
     * @param by zero or more; a negative step is refused, because a job must never go back to an earlier state
     * @return the new time
     */
    public Instant advance(Duration by) {
        return advance(by, () -> {});
    }

    /**
     * The same, and waits at each due time for what came of it.
     *
     * @param settle waits; what it puts on the agenda for times up to the new one fires too
     */
    public Instant advance(Duration by, Runnable settle) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("a clock cannot go back: " + by);
        }
        Duration left = by;
        Instant goal = instant().plus(by);
        for (Optional<Instant> due = next(goal); due.isPresent(); due = next(goal)) {
            Duration step = Duration.between(instant(), due.get());
            if (!step.isNegative()) {
                shift(step);
                left = left.minus(step);
            }
            agenda.ifPresent(Agenda::fireDue);
            settle.run();
        }
        Instant shown = shift(left);
        agenda.ifPresent(Agenda::fireDue);
        settle.run();
        return shown;
    }

    /** How long until it shows {@code due} if nobody touches it, zero if it has; empty if it stands still. */
    Optional<Duration> realTimeUntil(Instant due) {
        Duration left = Duration.between(instant(), due);
        if (left.isNegative() || left.isZero()) {
            return Optional.of(Duration.ZERO);
        }
        return anchor.mode().realTimeFor(left);
    }

    /** Has {@code newAgenda} told whenever this clock is touched. One agenda keeps all that is to happen in order. */
    synchronized void attach(Agenda newAgenda) {
        if (agenda.isPresent()) {
            throw new IllegalStateException("this clock has an agenda already");
        }
        agenda = Optional.of(newAgenda);
    }

    private synchronized Instant shift(Duration by) {
        Instant real = wall.instant();
        Instant shown = anchor.at(real).plus(by);
        anchor = new Anchor(real, shown, anchor.mode());
        return shown;
    }

    private Optional<Instant> next(Instant goal) {
        return agenda.flatMap(Agenda::next).filter(due -> !due.isAfter(goal));
    }

    /** @param ahead of the wall; looked at for every call, so it is worked out before */
    private record Anchor(Instant real, Instant shown, ClockMode mode, Duration ahead) {
        Anchor(Instant real, Instant shown, ClockMode mode) {
            this(real, shown, mode, Duration.between(real, shown));
        }

        Instant at(Instant now) {
            if (mode instanceof ClockMode.Real) {
                return ahead.isZero() ? now : now.plus(ahead);
            }
            return shown.plus(mode.passed(Duration.between(real, now)));
        }
    }
}
