package dev.understudy.contract.register;

import java.math.BigDecimal;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * The price list, {@code fixtures/prices.json}.
 *
 * @param currency of all amounts, ISO 4217
 * @param free what may be asked without a charge; what stands in neither list is not sent to the real service
 */
public record Prices(String currency, List<Price> models, List<Free> free) {
    private static final Prices BUNDLED = Json.read("prices.json", Prices.class);

    /**
     * @param basePrice of the cheapest run
     * @param perSecond how the price grows; empty for a flat price
     */
    public record Price(String model, BigDecimal basePrice, List<Rate> perSecond, List<Claim.Source> sources) {}

    /**
     * @param parameter that selects the rate
     * @param values for which this rate holds; empty when there is no such parameter
     * @param price of one second
     */
    public record Rate(String parameter, List<String> values, BigDecimal price) {}

    /**
     * @param path in which {@code *} is one segment
     */
    public record Free(String method, String path, List<Claim.Source> sources) {}

    public static Prices bundled() {
        return BUNDLED;
    }

    /** The model's path of a word such as {@code characters} or {@code sora-2-pro/text-to-video}. */
    static String model(String operation) {
        return operation.contains("/") ? "openai/" + operation : "openai/sora-2/" + operation;
    }

    /** The base price of a model, by the word of {@link #model}. */
    public BigDecimal ofOperation(String operation) {
        return models.stream()
                .filter(price -> price.model().equals(model(operation)))
                .map(Price::basePrice)
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("No price for " + operation));
    }
}
