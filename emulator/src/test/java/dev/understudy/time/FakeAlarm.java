package dev.understudy.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.PriorityQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A wall clock and an alarm that go on when a test says so, on its own thread. */
public final class FakeAlarm extends ScheduledThreadPoolExecutor implements InstantSource {

    private final PriorityQueue<Order> orders = new PriorityQueue<>();
    private Instant now = Instant.parse("2026-03-20T08:15:30Z");

    public FakeAlarm() {
        super(0);
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** Lets time pass: each order runs when its time comes. */
    public void pass(Duration time) {
        Instant end = now.plus(time);
        while (!orders.isEmpty() && !orders.peek().at.isAfter(end)) {
            Order next = orders.remove();
            now = next.at.isAfter(now) ? next.at : now;
            next.run();
        }
        now = end;
    }

    /** Orders that are neither over nor cancelled. */
    public Collection<? extends ScheduledFuture<?>> waiting() {
        return orders;
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        Order order = new Order(command, now.plus(delay, unit.toChronoUnit()));
        orders.add(order);
        return order;
    }

    private final class Order extends FutureTask<Void> implements RunnableScheduledFuture<Void> {

        private final Instant at;

        private Order(Runnable command, Instant at) {
            super(command, null);
            this.at = at;
        }

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            orders.remove(this);
            return super.cancel(mayInterruptIfRunning);
        }

        @Override
        public boolean isPeriodic() {
            return false;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(Duration.between(now, at));
        }

        @Override
        public int compareTo(Delayed other) {
            return at.compareTo(((Order) other).at);
        }
    }
}
