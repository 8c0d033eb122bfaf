package dev.understudy.webhook;

import java.util.concurrent.TimeUnit;

/** Counts what has fallen due and is not over, for those who want to wait for it. */
final class UnderWay {

    private int count;

    synchronized void begin() {
        count++;
    }

    synchronized void end() {
        count--;
        notifyAll();
    }

    synchronized boolean isEmpty() {
        return count == 0;
    }

    /** Returns when nothing is under way, or at {@code deadline} on the scale of {@link System#nanoTime}. */
    synchronized void await(long deadline) {
        try {
            for (long left = deadline - System.nanoTime(); count > 0 && left > 0; left = deadline - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
