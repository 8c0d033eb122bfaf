package dev.understudy.time;

import java.time.Duration;
import java.time.Instant;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What is to happen at instants of one {@link SandboxClock}. Entries fire one at a time, in the order of their due
 * times, equal ones in the order in which they came; each sees the clock at its own due time or later. While the clock
 * runs, they fire on the alarm's thread, which sleeps until the earliest is due. A push of the clock fires what falls
 * due on the thread that pushes, step by step, before the push returns. A clock that stands still makes nothing due;
 * what is due already when it comes fires at once.
 *
 * <p>Actions must be short and wait for nothing, because one alarm serves all sandboxes. One that throws is logged.
 */
public final class Agenda {

    private static final System.Logger LOG = System.getLogger(Agenda.class.getName());

    // An executor counts in nanoseconds of a long; whoever sleeps for a year may wake up once in vain.
    private static final Duration LONGEST_SLEEP = Duration.ofDays(365);

    private final SandboxClock clock;
    private final ScheduledExecutorService alarm;
    private final ReentrantLock firing = new ReentrantLock();
    private final NavigableSet<Appointment> waiting = new TreeSet<>();
    private Optional<Future<?>> wake = Optional.empty();
    private long made;

    /**
     * @param clock one without an agenda yet
     * @param alarm whose thread fires while the clock runs; see {@link Alarm}
     */
    public Agenda(SandboxClock clock, ScheduledExecutorService alarm) {
        this.clock = clock;
        this.alarm = alarm;
        clock.attach(this);
    }

    /** Has something done at {@code due}; as soon as possible if that is over. Never runs it on the calling thread. */
    public Appointment at(Instant due, Runnable action) {
        synchronized (waiting) {
            Appointment made = new Appointment(due, this.made++, action);
            waiting.add(made);
            if (waiting.first() == made) {
                setAlarm();
            }
            return made;
        }
    }

    /** Fires what is due by now, on this thread. When it returns, nothing that was due is still running elsewhere. */
    public void fireDue() {
        firing.lock();
        try {
            for (Optional<Appointment> due = takeDue(); due.isPresent(); due = takeDue()) {
                fire(due.get());
            }
        } finally {
            firing.unlock();
        }
        setAlarm();
    }

    /** Takes everything off. */
    public void clear() {
        synchronized (waiting) {
            waiting.clear();
            setAlarm();
        }
    }

    /** When the earliest entry is due. */
    Optional<Instant> next() {
        synchronized (waiting) {
            return waiting.isEmpty() ? Optional.empty() : Optional.of(waiting.first().due);
        }
    }

    private Optional<Appointment> takeDue() {
        synchronized (waiting) {
            return next().filter(due -> !due.isAfter(clock.instant())).map(due -> waiting.pollFirst());
        }
    }

    private static void fire(Appointment due) {
        try {
            due.action.run();
        } catch (RuntimeException | Error e) {
            LOG.log(System.Logger.Level.ERROR, "an action that was due at " + due.due + " failed", e);
        }
    }

    private void setAlarm() {
        synchronized (waiting) {
            wake.ifPresent(set -> set.cancel(false));
            wake = next().flatMap(clock::realTimeUntil).map(this::wakeIn);
        }
    }

    private Future<?> wakeIn(Duration time) {
        Duration sleep = time.compareTo(LONGEST_SLEEP) < 0 ? time : LONGEST_SLEEP;
        return alarm.schedule(this::fireDue, sleep.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** One entry of an agenda. */
    public final class Appointment implements Comparable<Appointment> {

        private final Instant due;
        private final long number;
        private final Runnable action;

        private Appointment(Instant due, long number, Runnable action) {
            this.due = due;
            this.number = number;
            this.action = action;
        }

        /** Takes it off the agenda; false if it has fired, is firing, or was cancelled before. */
        public boolean cancel() {
            synchronized (waiting) {
                return waiting.remove(this);
            }
        }

        @Override
        public int compareTo(Appointment other) {
            int order = due.compareTo(other.due);
            return order != 0 ? order : Long.compare(number, other.number);
        }
    }
}
