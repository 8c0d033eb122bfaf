package dev.understudy.webhook;

import java.net.URI;
import java.time.Instant;

/**
 * The telling of one job's end to one receiver.
 *
 * @param body the same in all attempts
 * @param copy whether it is the second of two that are alike; that one is attempted once
 */
record Delivery(String prediction, URI receiver, byte[] body, boolean copy) {

    Delivery copied() {
        return new Delivery(prediction, receiver, body, true);
    }

    Delivery to(URI other) {
        return new Delivery(prediction, other, body, copy);
    }

    Attempt attempt(long order, Instant at, int number, Receipt receipt) {
        boolean accepted = receipt instanceof Receipt.Accepted;
        return new Attempt(order, at, prediction, number, Post.place(receiver), accepted, receipt.result());
    }

    /** @param most attempts that are made of one delivery */
    String say(int number, int most, Receipt receipt) {
        String place = Post.place(receiver);
        return receipt instanceof Receipt.NotMade
                ? "webhook to %s %s".formatted(place, receipt.result())
                : "webhook to %s, attempt %d of %d%s: %s"
                        .formatted(place, number, most, copy ? ", again" : "", receipt.result());
    }
}
