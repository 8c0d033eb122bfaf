package dev.understudy.webhook;

import java.net.URI;
import java.time.Instant;

/**
 * The telling of one job's end to one receiver.
 *
 * @param number its own in the log
 * @param seal what its sound attempts are proven with
 * @param copy whether it is the second of two that are alike; that one is attempted once
 */
record Delivery(long number, String prediction, URI receiver, Notice notice, Seal seal, boolean copy) {

    Delivery copied() {
        return new Delivery(number, prediction, receiver, notice, seal, true);
    }

    Delivery moved(Move move) {
        return new Delivery(number, prediction, move.receiver(receiver), notice, move.seal(seal), copy);
    }

    /** Attempts that are made of it at most. */
    int most() {
        return seal.manner().backoff().size() + 1;
    }

    Attempt attempt(long order, Instant at, int number, Receipt receipt) {
        return new Attempt(order, at, prediction, number, Post.place(receiver), receipt.accepted(), receipt.result());
    }

    String say(int number, Receipt receipt) {
        String place = Post.place(receiver);
        return receipt instanceof Receipt.NotMade
                ? "webhook to %s %s".formatted(place, receipt.result())
                : "webhook to %s, attempt %s of %s%s: %s"
                        .formatted(place, number, most(), copy ? ", again" : "", receipt.result());
    }
}
