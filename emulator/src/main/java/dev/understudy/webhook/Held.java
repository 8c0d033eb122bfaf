package dev.understudy.webhook;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/** Deliveries that are to come after the next one to the same receiver. The one that was held last goes first. */
final class Held {

    /**
     * One of them.
     *
     * @param dated when it should have gone; it is sealed for that time
     * @param until when it goes even if there is no next one
     */
    record One(Delivery delivery, Instant dated, Instant until) {

        Message message() {
            return Message.of(delivery, dated);
        }

        One moved(Move move) {
            return new One(delivery.moved(move), dated, until);
        }
    }

    private final Deque<One> held = new ArrayDeque<>();

    synchronized void hold(One one) {
        held.addFirst(one);
    }

    /** Those that are held back, the one that was held first at the beginning. */
    synchronized List<One> all() {
        List<One> all = new ArrayList<>(held);
        Collections.reverse(all);
        return all;
    }

    /** Lets go what was held back for this receiver. */
    synchronized List<One> releaseFor(String place) {
        List<One> free = new ArrayList<>();
        for (Iterator<One> all = held.iterator(); all.hasNext(); ) {
            One one = all.next();
            if (Post.place(one.delivery().receiver()).equals(place)) {
                all.remove();
                free.add(one);
            }
        }
        return free;
    }

    /** Lets go this one; false if it has gone already. */
    synchronized boolean release(One one) {
        return held.remove(one);
    }

    synchronized List<One> releaseAll() {
        List<One> free = List.copyOf(held);
        held.clear();
        return free;
    }
}
