package dev.understudy.contract.spend;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.contract.register.Prices;
import java.math.BigDecimal;
import java.util.Optional;

/** Prices a request before it is sent. A request that is refused is priced as if it were not: nobody has said. */
final class Tariff {
    private static final String API = "/api/v3/";
    /** The longest video that any model makes; the assumption when the input says nothing that can be counted. */
    private static final BigDecimal LONGEST_SECONDS = BigDecimal.valueOf(20);

    private static final BigDecimal SHORTEST_SECONDS = BigDecimal.valueOf(4);

    private final Prices prices;

    Tariff(Prices prices) {
        this.prices = prices;
    }

    /** Empty when the price list does not have it. */
    Optional<PriceTag> of(Operation operation) {
        // Without a key there is nobody to charge, and other hosts never get one.
        if (!operation.withKey() || !operation.onTarget()) {
            return Optional.of(PriceTag.FREE);
        }
        if (isFree(operation)) {
            return Optional.of(PriceTag.FREE);
        }
        return prices.models().stream()
                .filter(price ->
                        operation.method().equals("POST") && operation.path().equals(API + price.model()))
                .findFirst()
                .map(price -> new PriceTag(price.model(), charge(price, operation.input())));
    }

    private boolean isFree(Operation operation) {
        return prices.free().stream()
                .anyMatch(free -> free.method().equals(operation.method())
                        && operation.path().matches(free.path().replace("*", "[^/]+")));
    }

    private static BigDecimal charge(Prices.Price price, JsonNode input) {
        return price.perSecond().stream()
                .filter(rate -> mayApply(rate, input))
                .map(rate -> rate.price().multiply(seconds(input)))
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ZERO)
                .max(price.basePrice());
    }

    // A value that is not in the list may be charged at any rate.
    private static boolean mayApply(Prices.Rate rate, JsonNode input) {
        JsonNode value = input.path(rate.parameter());
        return rate.values().isEmpty() || !value.isTextual() || rate.values().contains(value.textValue());
    }

    private static BigDecimal seconds(JsonNode input) {
        JsonNode duration = input.path("duration");
        if (duration.isMissingNode() && input.isObject()) {
            return SHORTEST_SECONDS;
        }
        boolean countable = duration.isNumber()
                && duration.decimalValue().signum() > 0
                && duration.decimalValue().compareTo(LONGEST_SECONDS) <= 0;
        return countable ? duration.decimalValue() : LONGEST_SECONDS;
    }
}
