package dev.understudy.sandbox;

import java.util.Map;

/**
 * A job as a dialect asks a sandbox for it.
 *
 * @param model the model's name in the catalog
 * @param input as it was sent, unchecked, under the names that the catalog has for it
 * @param naming how the job and what it makes are called
 * @param terms how many such jobs the account may submit
 * @param checkedLater whether an input that is not acceptable makes the job fail, rather than refuses it
 * @param awaited whether the caller gets no answer before the job has ended, and so cannot poll
 */
public record Order(
        String model,
        Map<String, Object> input,
        Naming naming,
        Allowance.Terms terms,
        boolean checkedLater,
        boolean awaited) {

    /** A job that is checked at once and polled later, named by chance, and limited by the account's level. */
    public static Order of(String model, Map<String, Object> input) {
        return new Order(model, input, Naming.USUAL, Allowance::of, false, false);
    }

    public Order named(Naming other) {
        return new Order(model, input, other, terms, checkedLater, awaited);
    }

    public Order within(Allowance.Terms other) {
        return new Order(model, input, naming, other, checkedLater, awaited);
    }

    /** The same, failing where another would be refused. */
    public Order thatFailsLate() {
        return new Order(model, input, naming, terms, true, awaited);
    }

    /**
     * The same, with an answer that waits. Polls cannot move such a job, and at the fast pace nobody waits for a clock
     * that may stand still: it ends as soon as its outcome is known.
     */
    public Order awaitedByItsCaller() {
        return new Order(model, input, naming, terms, checkedLater, true);
    }
}
