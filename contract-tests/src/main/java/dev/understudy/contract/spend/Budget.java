package dev.understudy.contract.spend;

import java.math.BigDecimal;
import java.util.Map;

/** How much one day of runs may cost, in US dollars. */
public record Budget(BigDecimal usd) {
    /** The environment variable that says it. */
    public static final String VARIABLE = "CONTRACT_BUDGET_USD";

    // A cent mistaken for a dollar would still be affordable; a mistyped hundred would not.
    private static final BigDecimal HIGHEST = BigDecimal.valueOf(100);

    /** Zero unless the environment says otherwise, so that nothing is spent by accident. */
    public static Budget from(Map<String, String> environment) {
        String text = environment.getOrDefault(VARIABLE, "").strip();
        if (text.isEmpty()) {
            return new Budget(BigDecimal.ZERO);
        }
        if (!text.matches("\\d{1,3}(\\.\\d{1,6})?") || new BigDecimal(text).compareTo(HIGHEST) > 0) {
            throw new SpendException(
                    VARIABLE + " is not an amount between 0 and " + HIGHEST + ", such as 0.02: " + text);
        }
        return new Budget(new BigDecimal(text));
    }
}
