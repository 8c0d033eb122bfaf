package dev.understudy.sandbox;

import dev.understudy.prediction.Timed;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * One line of a ledger. Lines never change: a refund is a line of its own, and the charge before it stays.
 *
 * @param prediction the job it is about
 * @param model the slug of the model that was asked for
 * @param price in US dollars, not negative, for charges and refunds alike
 * @param at on the sandbox's clock
 * @param times of the job, as far as they were known when it was charged
 */
public record LedgerEntry(Kind kind, String prediction, String model, BigDecimal price, Instant at, Timed times) {

    /** Which way the money goes. */
    public enum Kind {
        CHARGE,
        REFUND
    }
}
