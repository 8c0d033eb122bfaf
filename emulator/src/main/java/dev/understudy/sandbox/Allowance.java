package dev.understudy.sandbox;

import dev.understudy.settings.AccountLevel;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * How many jobs an account may submit.
 *
 * @param meter what they are counted under; jobs of different meters do not count together
 * @param perMinute jobs that may be submitted within a minute
 * @param concurrent jobs that may be waiting or running at once
 * @param enforced whether one too many is refused; otherwise it is only counted
 * @param holder whose allowance it is, for the message of a refusal, such as {@code account level bronze}
 */
public record Allowance(String meter, int perMinute, int concurrent, boolean enforced, String holder) {

    /** As many as anybody likes, uncounted. */
    public static final Allowance UNLIMITED = new Allowance("", Integer.MAX_VALUE, Integer.MAX_VALUE, false, "anybody");

    /** What an account has, by its level and its balance in US dollars. */
    @FunctionalInterface
    public interface Terms {
        Allowance of(AccountLevel level, Supplier<BigDecimal> balance);
    }

    /** The limits that come with a level. */
    static Allowance of(AccountLevel level, Supplier<BigDecimal> balance) {
        return level == AccountLevel.UNLIMITED
                ? UNLIMITED
                : new Allowance("", level.perMinute(), level.concurrent(), true, holder(level));
    }

    /** How a level is called in messages. */
    public static String holder(AccountLevel level) {
        return "account level " + level.name().toLowerCase(Locale.ROOT);
    }

    boolean counts() {
        return this != UNLIMITED;
    }
}
