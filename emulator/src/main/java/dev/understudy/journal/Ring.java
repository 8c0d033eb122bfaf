package dev.understudy.journal;

import java.util.Arrays;

/**
 * Things in the order in which they came, each found by its number at once. Grows as it fills; whoever uses it says when
 * the oldest go. For one thread at a time.
 */
final class Ring<T> {

    private static final int FIRST_ROOM = 16;

    private Object[] room = new Object[FIRST_ROOM];
    // Beside the things and not in them: the oldest have not been looked at for long, and to do so takes its time.
    private int[] weights = new int[FIRST_ROOM];
    private long weight;
    private long next = 1;
    private int size;

    /** The same things under the same numbers. */
    Ring<T> copy() {
        Ring<T> copy = new Ring<>();
        copy.room = room.clone();
        copy.weights = weights.clone();
        copy.weight = weight;
        copy.next = next;
        copy.size = size;
        return copy;
    }

    int size() {
        return size;
    }

    /** The number that the next one gets; they count from 1. */
    long next() {
        return next;
    }

    /** The number of the oldest that is still here; that of the next one if there is none. */
    long first() {
        return next - size;
    }

    /** What all that are here weigh together. */
    long weight() {
        return weight;
    }

    void add(T thing, int itsWeight) {
        if (size == room.length) {
            grow();
        }
        room[place(next)] = thing;
        weights[place(next)] = itsWeight;
        weight += itsWeight;
        next++;
        size++;
    }

    void removeFirst() {
        int place = place(first());
        room[place] = null;
        weight -= weights[place];
        size--;
    }

    /** @param number from {@link #first} up to, but not including, {@link #next} */
    T get(long number) {
        return at(place(number));
    }

    @SuppressWarnings("unchecked")
    private T at(int place) {
        return (T) room[place];
    }

    // The room is a power of two long, so that this is no division.
    private int place(long number) {
        return (int) number & (room.length - 1);
    }

    private void grow() {
        Object[] old = room;
        int[] oldWeights = weights;
        long first = first();
        room = Arrays.copyOf(new Object[0], old.length * 2);
        weights = new int[room.length];
        for (long number = first; number < next; number++) {
            int before = (int) number & (old.length - 1);
            room[place(number)] = old[before];
            weights[place(number)] = oldWeights[before];
        }
    }
}
