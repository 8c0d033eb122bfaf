package dev.understudy.time;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a sandbox's clock goes on by itself. In every mode it can be pushed. */
public sealed interface ClockMode {

    /** The words for the three modes. */
    List<String> WORDS = List.of("real", "scaled", "frozen");

    double SLOWEST = 0.001;
    double FASTEST = 100_000;

    BigInteger SECOND = BigInteger.valueOf(1_000_000_000);

    /** As fast as the wall. */
    record Real() implements ClockMode {
        @Override
        public double factor() {
            return 1;
        }

        @Override
        public Duration passed(Duration real) {
            return real;
        }

        @Override
        public Optional<Duration> realTimeFor(Duration shown) {
            return Optional.of(shown);
        }
    }

    /**
     * Faster or slower than the wall.
     *
     * @param factor how many times as fast; {@link #SLOWEST} to {@link #FASTEST}
     */
    record Scaled(double factor) implements ClockMode {
        public Scaled {
            if (!(factor >= SLOWEST && factor <= FASTEST)) {
                throw new IllegalArgumentException("scale must be a number from 0.001 to 100000");
            }
        }

        // Exactly, or a rounding error might send the clock back; and a year at full speed is more nanoseconds than a
        // long holds.
        @Override
        public Duration passed(Duration real) {
            BigInteger[] parts = BigDecimal.valueOf(factor)
                    .multiply(BigDecimal.valueOf(real.toNanos()))
                    .toBigInteger()
                    .divideAndRemainder(SECOND);
            return Duration.ofSeconds(parts[0].longValueExact(), parts[1].longValueExact());
        }

        // A nanosecond more, or whoever sleeps so long might wake up too early, again and again.
        @Override
        public Optional<Duration> realTimeFor(Duration shown) {
            return Optional.of(Duration.ofNanos((long) (shown.toSeconds() / factor * 1e9))
                    .plusNanos((long) (shown.getNano() / factor) + 1));
        }
    }

    /** Not at all. */
    record Frozen() implements ClockMode {
        @Override
        public double factor() {
            return 0;
        }

        @Override
        public Duration passed(Duration real) {
            return Duration.ZERO;
        }

        @Override
        public Optional<Duration> realTimeFor(Duration shown) {
            return Optional.empty();
        }
    }

    static ClockMode real() {
        return new Real();
    }

    /** @throws IllegalArgumentException if it is out of range, or no number */
    static ClockMode scaled(double factor) {
        return new Scaled(factor);
    }

    static ClockMode frozen() {
        return new Frozen();
    }

    /**
     * The mode of a word.
     *
     * @param factor for a scaled clock
     * @throws IllegalArgumentException if there is no such word, or the factor is out of range
     */
    static ClockMode of(String word, double factor) {
        return switch (word) {
            case "real" -> real();
            case "scaled" -> scaled(factor);
            case "frozen" -> frozen();
            default ->
                throw new IllegalArgumentException(
                        "mode must be one of " + String.join(", ", WORDS) + ", not '" + word + "'");
        };
    }

    /** How many times as fast as the wall; 0 for standing still. */
    double factor();

    /** How far a clock goes on while so much real time passes. */
    Duration passed(Duration real);

    /** How much real time passes until a clock has gone on so far, or a little more; empty for never. */
    Optional<Duration> realTimeFor(Duration shown);

    /** The word for it: one of {@link #WORDS}. */
    default String word() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
