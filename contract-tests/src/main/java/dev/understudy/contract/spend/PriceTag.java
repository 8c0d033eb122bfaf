package dev.understudy.contract.spend;

import java.math.BigDecimal;

/**
 * What a request costs at most.
 *
 * @param model that is run; empty when none is
 */
record PriceTag(String model, BigDecimal usd) {
    static final PriceTag FREE = new PriceTag("", BigDecimal.ZERO);

    boolean isFree() {
        return usd.signum() == 0;
    }
}
