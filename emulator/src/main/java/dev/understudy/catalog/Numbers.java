package dev.understudy.catalog;

import java.math.BigDecimal;
import java.util.Optional;

/** Numbers as JSON has them: of one kind, so that 4.0 is as much an integer as 4. */
final class Numbers {

    /** Before or after the point; more than any number has that comes as a binary fraction. */
    static final int MOST_DIGITS = 400;

    private Numbers() {}

    /** Empty for anything that is no finite number. */
    static Optional<BigDecimal> exact(Object value) {
        if (!(value instanceof Number)) {
            return Optional.empty();
        }
        return parse(value.toString());
    }

    /** Whether all its digits can be written down: 1e1000000000 is short, and has a billion of them. */
    static boolean isWritable(BigDecimal number) {
        return number.scale() < MOST_DIGITS && number.scale() > -MOST_DIGITS;
    }

    /** Empty for a text that is no number. */
    static Optional<BigDecimal> parse(String text) {
        try {
            BigDecimal number = new BigDecimal(text).stripTrailingZeros();
            return Optional.of(number.scale() < 0 && number.scale() > -MOST_DIGITS ? number.setScale(0) : number);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** @param least null for no bound; {@code most} likewise */
    static void checkBounds(String place, BigDecimal number, BigDecimal least, BigDecimal most) {
        boolean below = least != null && number.compareTo(least) < 0;
        if (below || (most != null && number.compareTo(most) > 0)) {
            throw Complaint.outOfBounds(place, below, least, most, "", number);
        }
    }
}
