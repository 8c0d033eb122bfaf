package dev.understudy.journal;

import java.util.Arrays;

/**
 * Things in the order in which they came, each found by its number at once. Grows as it fills; whoever uses it says when
 * the oldest go. For one thread at a time.
 */
final class Ring<T> {

    private static final int FIRST_ROOM = 16;

    private Object[] room = new Object[FIRST_ROOM];
    private long next = 1;
    private int size;

    /** The same things under the same numbers. */
    Ring<T> copy() {
        Ring<T> copy = new Ring<>();
        copy.room = room.clone();
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

    void add(T thing) {
        if (size == room.length) {
            grow();
        }
        room[place(next)] = thing;
        next++;
        size++;
    }

    T removeFirst() {
        int place = place(first());
        T removed = at(place);
        room[place] = null;
        size--;
        return removed;
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
        long first = first();
        room = Arrays.copyOf(new Object[0], old.length * 2);
        for (long number = first; number < next; number++) {
            room[place(number)] = old[(int) number & (old.length - 1)];
        }
    }
}
