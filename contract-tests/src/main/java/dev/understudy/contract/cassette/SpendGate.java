package dev.understudy.contract.cassette;

import dev.understudy.contract.spend.Operation;
import dev.understudy.contract.spend.PriceList;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * Stands before each call that is passed on. Where somebody may be charged, a call with a price passes only while the cap
 * covers it, and one without a known price only if spending is allowed without a cap. What passes counts as spent, whatever
 * becomes of it.
 */
final class SpendGate {
    private static final Set<String> NEVER_CHARGED = Set.of("GET", "HEAD", "OPTIONS");

    private final PriceList prices = new PriceList();
    private final boolean isPrivate;
    private final Optional<BigDecimal> cap;
    private BigDecimal spent = new BigDecimal("0.000");

    /**
     * @param isPrivate whether nobody is charged
     * @param cap in US dollars; empty when there is none
     */
    SpendGate(boolean isPrivate, Optional<BigDecimal> cap) {
        this.isPrivate = isPrivate;
        this.cap = cap;
    }

    /**
     * What a call may do.
     *
     * @param usd what it costs
     * @param refusal why it must not be sent; empty when it may be
     */
    record Decision(BigDecimal usd, String refusal) {
        boolean isRefused() {
            return !refusal.isEmpty();
        }
    }

    synchronized Decision of(Operation operation) {
        if (isPrivate || NEVER_CHARGED.contains(operation.method())) {
            return new Decision(BigDecimal.ZERO, "");
        }
        Optional<BigDecimal> price = prices.of(operation);
        if (price.isEmpty()) {
            return cap.isEmpty()
                    ? new Decision(BigDecimal.ZERO, "")
                    : refused(
                            BigDecimal.ZERO,
                            operation + " is not in the price list; only --allow-spend lets it through");
        }
        BigDecimal usd = price.get();
        if (usd.signum() > 0 && cap.isPresent() && spent.add(usd).compareTo(cap.get()) > 0) {
            return refused(
                    usd,
                    operation + " costs USD " + usd.toPlainString() + ", and USD "
                            + cap.get().subtract(spent).toPlainString() + " is left of the budget of "
                            + cap.get().toPlainString() + "; start the recorder with --budget USD or --allow-spend");
        }
        spent = spent.add(usd);
        return new Decision(usd, "");
    }

    synchronized BigDecimal spent() {
        return spent;
    }

    private static Decision refused(BigDecimal usd, String why) {
        return new Decision(usd, "The recorder has not sent this: " + why);
    }
}
