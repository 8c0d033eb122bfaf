package dev.understudy.journal;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.LongFunction;

/** What one sandbox was asked, what it answered, and why. Bounded: the oldest entries go first. */
public final class Journal {

    /** Entries kept for each sandbox. */
    public static final int CAPACITY = 1_000;

    private final Deque<Entry> entries = new ArrayDeque<>();
    private long last;

    /** The same entries; both go on by themselves. */
    public synchronized Journal copy() {
        Journal copy = new Journal();
        copy.entries.addAll(entries);
        copy.last = last;
        return copy;
    }

    public void call(Instant at, String operation, String method, String path, int status, List<String> notes) {
        List<String> kept = List.copyOf(notes);
        add(number -> new Entry.Call(number, at, operation, method, path, status, kept));
    }

    public void jobNote(Instant at, String prediction, List<String> notes) {
        List<String> kept = List.copyOf(notes);
        add(number -> new Entry.JobNote(number, at, prediction, kept));
    }

    /** The entries still kept with a number above {@code after}, oldest first. */
    public synchronized List<Entry> since(long after) {
        return entries.stream().filter(entry -> entry.number() > after).toList();
    }

    private synchronized void add(LongFunction<Entry> entry) {
        if (entries.size() == CAPACITY) {
            entries.removeFirst();
        }
        entries.addLast(entry.apply(++last));
    }
}
