package dev.understudy.contract.api;

import dev.understudy.contract.evidence.Tape;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What is made when it is first asked for, and then looked at by all. When it cannot be made that is told to all as well,
 * rather than tried again: each trial might be charged.
 */
final class Shared {
    private final Tape tape;
    private final Map<String, Supplier<Object>> made = new HashMap<>();

    Shared(Tape tape) {
        this.tape = tape;
    }

    <T> T get(String name, Class<T> type, Supplier<T> make) {
        return tape.shared(name, () -> {
            if (!made.containsKey(name)) {
                made.put(name, outcome(make));
            }
            return type.cast(made.get(name).get());
        });
    }

    private static <T> Supplier<Object> outcome(Supplier<T> make) {
        try {
            T value = make.get();
            return () -> value;
        } catch (RuntimeException e) {
            return () -> {
                throw e;
            };
        } catch (AssertionError e) {
            return () -> {
                throw e;
            };
        }
    }
}
