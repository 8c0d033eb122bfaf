package dev.understudy.benchmarks;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** The value in the middle. */
final class Median {

    private Median() {}

    static double of(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    static <T> double of(List<T> things, ToDoubleFunction<T> value) {
        return of(things.stream().map(thing -> value.applyAsDouble(thing)).toList());
    }
}
