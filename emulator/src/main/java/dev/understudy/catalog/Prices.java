package dev.understudy.catalog;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run costs, in US dollars.
 *
 * @param base the price where no rule fits
 * @param perSecond prices of a second of output; the first rule that fits is the one
 */
record Prices(BigDecimal base, List<PerSecond> perSecond) {

    /** The input that says how many seconds are made. */
    static final String SECONDS = "duration";

    /**
     * A price of a second, for all inputs or for some values of one of them.
     *
     * @param parameter the input that it depends on; empty for none
     */
    record PerSecond(Optional<String> parameter, List<Object> values, BigDecimal price) {

        private boolean fits(Map<String, Object> input) {
            return parameter.map(name -> values.contains(input.get(name))).orElse(true);
        }
    }

    Prices {
        perSecond = List.copyOf(perSecond);
    }

    BigDecimal of(Map<String, Object> input) {
        // To find that "null" is no number costs more than all the rest of a submission.
        if (perSecond.isEmpty()) {
            return base;
        }
        Optional<BigDecimal> seconds = Numbers.parse(String.valueOf(input.get(SECONDS)));
        return perSecond.stream()
                .filter(rule -> rule.fits(input))
                .findFirst()
                .flatMap(rule -> seconds.map(rule.price()::multiply))
                .orElse(base);
    }
}
