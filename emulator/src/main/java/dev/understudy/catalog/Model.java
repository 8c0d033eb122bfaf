package dev.understudy.catalog;

import dev.understudy.time.Draw;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One model: what it takes, makes, costs, and how long it takes at a realistic pace. */
public final class Model {

    // No path of a model has one.
    private static final char COLON = ':';

    private final String slug;
    private final Product product;
    private final Prices prices;
    private final Pace pace;
    private final ClipRules clip;
    private final List<Field> inputs;
    private final Listing listing;

    /** What a model makes. */
    public enum Product {
        CHARACTER,
        VIDEO
    }

    /** A range of times, both ends included. */
    public record Span(Duration least, Duration most) {
        public Duration pick(Draw draw) {
            return draw.between(least, most);
        }
    }

    record Pace(Span queued, Span processing) {}

    Model(String slug, Product product, Prices prices, Pace pace, ClipRules clip, List<Field> inputs, Listing listing) {
        this.slug = slug;
        this.clip = clip;
        this.product = product;
        this.prices = prices;
        this.pace = pace;
        this.inputs = List.copyOf(inputs);
        this.listing = listing;
    }

    /**
     * Its name among all models: its path, such as {@code openai/sora-2/characters}, behind the word for its provider and
     * a colon if its catalog names one.
     */
    public String slug() {
        return slug;
    }

    /** The word for the provider that its catalog names; empty for none. */
    public String provider() {
        return provider(slug);
    }

    /** The word for a provider in the name of a model; empty for none. */
    public static String provider(String slug) {
        return slug.substring(0, Math.max(0, slug.indexOf(COLON)));
    }

    /** What a provider itself calls a model: its name without the word for the provider. */
    public static String plain(String slug) {
        return slug.substring(slug.indexOf(COLON) + 1);
    }

    /** The name among all models of what a provider calls one. */
    public static String named(String provider, String plain) {
        return provider.isEmpty() ? plain : provider + COLON + plain;
    }

    /** What a clip must be for it. */
    public ClipRules clip() {
        return clip;
    }

    public Product product() {
        return product;
    }

    public Span queued() {
        return pace.queued();
    }

    public Span processing() {
        return pace.processing();
    }

    public List<Field> inputs() {
        return inputs;
    }

    public Listing listing() {
        return listing;
    }

    /** The base price of a run in US dollars. */
    public BigDecimal price() {
        return prices.base();
    }

    /**
     * The exact price of a run in US dollars.
     *
     * @param values the values of an accepted input
     */
    public BigDecimal priceOf(Map<String, Object> values) {
        return prices.of(values);
    }

    /**
     * The price of a run whose input is not complete yet: what is missing counts with its default, and where that does
     * not say enough, the base price holds.
     *
     * @throws InvalidInputException if something that was sent is of the wrong type or not among the allowed values
     */
    public BigDecimal estimate(Map<String, Object> sent) {
        Map<String, Object> values = new LinkedHashMap<>();
        inputs.forEach(field -> field.read(sent.get(field.name())).ifPresent(value -> values.put(field.name(), value)));
        return priceOf(values);
    }

    /**
     * Checks what a caller sent. Keys the model does not know are left out rather than refused: the provider's own
     * command-line tool says that its server drops them, whatever {@code additionalProperties: false} promises.
     *
     * @throws InvalidInputException if something is missing, of the wrong type or not among the allowed values
     */
    public Accepted accept(Map<String, Object> sent) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Field field : inputs) {
            field.accept(sent.get(field.name())).ifPresent(value -> values.put(field.name(), value));
        }
        return new Accepted(values, unknown(sent));
    }

    // No stream: each submission asks, and hardly any has one.
    private List<String> unknown(Map<String, Object> sent) {
        List<String> unknown = List.of();
        for (String key : sent.keySet()) {
            if (input(key).isEmpty()) {
                unknown = unknown.isEmpty() ? new ArrayList<>() : unknown;
                unknown.add(key);
            }
        }
        return unknown;
    }

    Optional<Field> input(String name) {
        for (Field field : inputs) {
            if (field.name().equals(name)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    /**
     * An input that passed.
     *
     * @param values the known keys with their values, defaults filled in
     * @param dropped keys that the caller sent and the model does not know
     */
    public record Accepted(Map<String, Object> values, List<String> dropped) {}
}
