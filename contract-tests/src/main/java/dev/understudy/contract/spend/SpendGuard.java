package dev.understudy.contract.spend;

import dev.understudy.contract.register.Prices;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;

/**
 * Stands before every request of a run on the real service. A request passes when it has a price, its model is allowed, the
 * budget of the day covers it, and the one before it is far enough away. What passes is noted as spent before it is sent,
 * whatever becomes of it; nothing is ever sent a second time.
 */
public final class SpendGuard {
    /** The model that may be run without being named: a tenth of a cent. */
    private static final String ALWAYS_ALLOWED = "openai/sora-2/characters";

    private final Tariff tariff = new Tariff(Prices.bundled());
    private final Budget budget;
    private final SpendLedger ledger;
    private final Set<String> allowed;
    private final Pace pace;
    private BigDecimal spent = BigDecimal.ZERO;
    private boolean limited;

    SpendGuard(Budget budget, SpendLedger ledger, Set<String> allowed, Pace pace) {
        this.budget = budget;
        this.ledger = ledger;
        this.allowed = Set.copyOf(allowed);
        this.pace = pace;
    }

    /**
     * @param allowed the models that may be run beside the one for characters
     * @param gap between two calls
     */
    public static SpendGuard of(Budget budget, Path ledger, Set<String> allowed, Duration gap) {
        return new SpendGuard(budget, new SpendLedger(ledger, Clock.systemUTC()), allowed, new Pace(gap, Pace.REAL));
    }

    /**
     * Returns when the request may be sent.
     *
     * @throws SpendRefusedException when it may not
     * @throws SpendException when the ledger cannot be trusted
     */
    public void admit(Operation operation) {
        if (limited) {
            throw new SpendException("The service has answered 429; nothing more is sent to it in this run");
        }
        PriceTag tag = tariff.of(operation)
                .orElseThrow(() -> new SpendRefusedException(
                        operation + " is not in the price list, and what has no price is not sent"));
        if (!tag.isFree()) {
            charge(operation, tag);
        }
        pace.await();
    }

    /** Hears the status of an answer. A 429 ends the run's calls: a limit is not to be tried. */
    public void answered(int status) {
        limited |= status == 429;
    }

    /** What this run has spent, in US dollars. */
    public BigDecimal spent() {
        return spent;
    }

    /** What today's budget still has. */
    public BigDecimal left() {
        return budget.usd().subtract(ledger.spentToday()).max(BigDecimal.ZERO);
    }

    private void charge(Operation operation, PriceTag tag) {
        if (!tag.model().equals(ALWAYS_ALLOWED) && !allowed.contains(tag.model())) {
            throw new SpendRefusedException(
                    operation + " costs USD " + tag.usd().toPlainString() + " and needs --allow " + tag.model());
        }
        BigDecimal left = ledger.reserve(operation.toString(), tag.usd(), budget);
        if (left.compareTo(tag.usd()) < 0) {
            throw new SpendRefusedException(
                    operation + " costs USD " + tag.usd().toPlainString() + ", USD "
                            + amount(left.max(BigDecimal.ZERO)) + " left of "
                            + budget.usd().toPlainString() + " for today");
        }
        spent = spent.add(tag.usd());
    }

    private static String amount(BigDecimal usd) {
        return usd.setScale(Math.max(3, usd.scale())).toPlainString();
    }
}
