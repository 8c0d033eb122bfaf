package dev.understudy.contract.api;

import dev.understudy.contract.target.TargetException;

/** Gives a target up that has stopped answering: a timeout for each case would take an hour and tell no more than three. */
final class Patience {
    private static final int LIMIT = 3;

    private int unanswered;

    /**
     * @throws TargetException when it is of no use to ask any more
     */
    void check() {
        if (unanswered >= LIMIT) {
            throw new TargetException("Not asked any more, after " + LIMIT + " requests in a row without an answer");
        }
    }

    void answered() {
        unanswered = 0;
    }

    void unanswered() {
        unanswered++;
    }
}
