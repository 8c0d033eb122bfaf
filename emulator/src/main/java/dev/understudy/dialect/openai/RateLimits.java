package dev.understudy.dialect.openai;

import dev.understudy.sandbox.Allowance;
import dev.understudy.sandbox.Quota;
import dev.understudy.sandbox.Sandbox;
import dev.understudy.settings.AccountLevel;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Requests a minute by usage tier, from the provider's model pages: its tiers 1 to 4 for the account levels, and tier 5
 * for an account without limits, which is counted but never refused. A model and its dated snapshots count together.
 * Nothing is documented for the making of characters; counting them with {@code sora-2} is inferred. There is no limit on
 * how many run at once.
 */
final class RateLimits {

    private RateLimits() {}

    /** @param model its name in the catalog */
    static Allowance.Terms terms(String model) {
        return (level, balance) -> new Allowance(
                meter(model),
                perMinute(model, level),
                Integer.MAX_VALUE,
                level != AccountLevel.UNLIMITED,
                "usage tier " + tier(level) + " of " + family(model));
    }

    /** Headers that say how much of a model's allowance is left. Durations as this API writes them: 12ms, 1s, 6m0s. */
    static Map<String, String> headers(Sandbox sandbox, String model) {
        Instant now = sandbox.clock().instant();
        Quota.Reading reading = sandbox.quota().reading(meter(model), now);
        int limit = perMinute(model, sandbox.quota().level());
        Duration reset =
                reading.minuteEnds().map(end -> Duration.between(now, end)).orElse(Duration.ZERO);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("x-ratelimit-limit-requests", Integer.toString(limit));
        headers.put("x-ratelimit-remaining-requests", Integer.toString(Math.max(0, limit - reading.used())));
        headers.put("x-ratelimit-reset-requests", words(reset));
        return headers;
    }

    static String words(Duration time) {
        long milliseconds = time.toMillis();
        if (milliseconds < 1_000) {
            return milliseconds + "ms";
        }
        String seconds = BigDecimal.valueOf(milliseconds % 60_000, 3)
                .stripTrailingZeros()
                .toPlainString();
        return milliseconds < 60_000 ? seconds + "s" : milliseconds / 60_000 + "m" + seconds + "s";
    }

    private static String meter(String model) {
        return VideoOrders.PROVIDER + " " + family(model);
    }

    private static String family(String model) {
        return VideoChoices.isPro(model) ? "sora-2-pro" : "sora-2";
    }

    private static int tier(AccountLevel level) {
        return switch (level) {
            case BRONZE -> 1;
            case SILVER -> 2;
            case GOLD -> 3;
            case ULTRA -> 4;
            case UNLIMITED -> 5;
        };
    }

    private static int perMinute(String model, AccountLevel level) {
        boolean pro = VideoChoices.isPro(model);
        return switch (tier(level)) {
            case 1 -> pro ? 10 : 25;
            case 2 -> pro ? 25 : 50;
            case 3 -> pro ? 50 : 125;
            case 4 -> pro ? 75 : 200;
            default -> pro ? 150 : 375;
        };
    }
}
