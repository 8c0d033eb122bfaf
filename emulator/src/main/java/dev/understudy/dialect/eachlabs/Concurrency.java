package dev.understudy.dialect.eachlabs;

import dev.understudy.sandbox.Allowance;
import dev.understudy.settings.AccountLevel;
import java.math.BigDecimal;
import java.util.function.Supplier;

/**
 * How many jobs may run at once: "accounts with a balance of $10.00 or less are limited to 10 concurrent executions".
 * That is the only limit; how many more than ten a fuller account may run is not documented, so nobody is stopped
 * there. Account levels are another provider's.
 */
final class Concurrency {

    private static final BigDecimal LOW = BigDecimal.TEN;
    private static final int MOST_WHEN_LOW = 10;

    // Jobs count before they matter, so that those that run when the balance becomes low are known. From up here it
    // cannot become low before a great many jobs have been submitted, and nothing has to be counted.
    private static final BigDecimal FAR_FROM_LOW = BigDecimal.valueOf(1_000);
    private static final int LOOKED_AT = 1_000;

    private static final String METER = "eachlabs";
    private static final String HOLDER = "a balance of $10.00 or less";

    private Concurrency() {}

    static Allowance of(AccountLevel level, Supplier<BigDecimal> balance) {
        BigDecimal left = balance.get();
        if (left.compareTo(FAR_FROM_LOW) > 0) {
            return Allowance.UNLIMITED;
        }
        return left.compareTo(LOW) > 0
                ? new Allowance(METER, Integer.MAX_VALUE, LOOKED_AT, false, HOLDER)
                : new Allowance(METER, Integer.MAX_VALUE, MOST_WHEN_LOW, true, HOLDER);
    }
}
