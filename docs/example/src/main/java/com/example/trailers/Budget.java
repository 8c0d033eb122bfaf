package com.example.trailers;

import java.math.BigDecimal;

/** What may be spent, in US dollars. */
public final class Budget {

    private BigDecimal left;

    public Budget(String dollars) {
        this.left = new BigDecimal(dollars);
    }

    /** Takes a price, if there is that much. */
    public synchronized boolean take(BigDecimal price) {
        if (left.compareTo(price) < 0) {
            return false;
        }
        left = left.subtract(price);
        return true;
    }

    /** The service refunds jobs that it could not do. */
    public synchronized void giveBack(BigDecimal price) {
        left = left.add(price);
    }

    public synchronized BigDecimal left() {
        return left;
    }
}
