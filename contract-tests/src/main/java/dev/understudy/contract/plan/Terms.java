package dev.understudy.contract.plan;

import dev.understudy.contract.register.Provider;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What a plan has to keep to.
 *
 * @param providers whose cases are selected
 * @param filter the beginning of the ids that are selected; empty for all
 * @param maxAge what was verified within this time is left out; empty to leave out nothing
 * @param budget in US dollars
 * @param allowed the models that may be run beside the one for characters
 */
public record Terms(
        Set<Provider> providers,
        String filter,
        Optional<Duration> maxAge,
        BigDecimal budget,
        Set<String> allowed,
        Instant now) {
    /** What a full run may cost when nobody has said anything. */
    public static final BigDecimal DEFAULT_BUDGET = new BigDecimal("0.02");

    public Terms {
        providers = Set.copyOf(providers);
        allowed = Set.copyOf(allowed);
    }
}
