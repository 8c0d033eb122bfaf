package dev.understudy.catalog;

import dev.understudy.time.Draw;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One model: what it takes, makes, costs, and how long it takes at a realistic pace.
 *
 * @param slug the model's path, such as {@code openai/sora-2/characters}
 * @param price base price of a run in US dollars
 */
public record Model(String slug, Product product, BigDecimal price, Span queued, Span processing, List<Field> inputs) {

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

    public Model {
        inputs = List.copyOf(inputs);
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
        List<String> dropped = sent.keySet().stream()
                .filter(key -> inputs.stream().noneMatch(field -> field.name().equals(key)))
                .toList();
        return new Accepted(values, dropped);
    }

    /**
     * An input that passed.
     *
     * @param values the known keys with their values, defaults filled in
     * @param dropped keys that the caller sent and the model does not know
     */
    public record Accepted(Map<String, Object> values, List<String> dropped) {}
}
