package dev.understudy.sandbox;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A few values in the order in which they were given. A map for looking up many things would take three times the memory,
 * and each job keeps one of these for a week.
 */
final class KeptValues extends AbstractMap<String, Object> {

    // By turns a name and its value.
    private final Object[] pairs;

    /** @param kept makes of a value what is to be kept of it */
    KeptValues(Map<String, Object> values, UnaryOperator<Object> kept) {
        this.pairs = new Object[values.size() * 2];
        int next = 0;
        for (Map.Entry<String, Object> value : values.entrySet()) {
            pairs[next++] = value.getKey();
            pairs[next++] = kept.apply(value.getValue());
        }
    }

    /** Whether there is nothing but texts, numbers and the like: lists and objects that are equal may be written differently. */
    boolean isPlain() {
        for (Object value : pairs) {
            if (value instanceof Collection || value instanceof Map) {
                return false;
            }
        }
        return true;
    }

    /** Whether nobody could tell it from another, if both are {@linkplain #isPlain() plain}: equal and in the same order. */
    boolean isSame(KeptValues other) {
        return other != null && Arrays.equals(pairs, other.pairs);
    }

    /** The same for those that {@link #isSame are the same}. */
    int digest() {
        return Arrays.hashCode(pairs);
    }

    @Override
    public int size() {
        return pairs.length / 2;
    }

    @Override
    public Object get(Object name) {
        int place = place(name);
        return place < 0 ? null : pairs[place + 1];
    }

    @Override
    public boolean containsKey(Object name) {
        return place(name) >= 0;
    }

    private int place(Object name) {
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
        return new Entries();
    }

    private final class Entries extends AbstractSet<Map.Entry<String, Object>> {
        @Override
        public int size() {
            return KeptValues.this.size();
        }

        @Override
        public Iterator<Map.Entry<String, Object>> iterator() {
            return new Iterator<>() {
                private int next;

                @Override
                public boolean hasNext() {
                    return next < pairs.length;
                }

                @Override
                public Map.Entry<String, Object> next() {
                    if (!hasNext()) {
                        throw new NoSuchElementException();
                    }
                    next += 2;
                    return new SimpleImmutableEntry<>((String) pairs[next - 2], pairs[next - 1]);
                }
            };
        }
    }
}
