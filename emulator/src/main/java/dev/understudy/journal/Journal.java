package dev.understudy.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongFunction;
import java.util.function.Predicate;

/** What one sandbox was asked, what it answered, and why. Bounded: the oldest entries go first. */
public final class Journal {

    /**
     * Part of a journal.
     *
     * @param entries oldest first
     * @param next where to go on: the number after which nothing was looked at
     * @param dropped how many entries there were in this part that are not kept any more
     */
    public record Page(List<Entry> entries, long next, long dropped) {}

    private final Bounds bounds;
    private final Ring<Entry> entries;
    private final CopyOnWriteArrayList<Runnable> readers = new CopyOnWriteArrayList<>();
    private volatile Agent agent = new Agent("", "");

    public Journal(Bounds bounds) {
        this.bounds = bounds;
        this.entries = new Ring<>();
    }

    private Journal(Journal original) {
        this.bounds = original.bounds;
        this.entries = original.entries.copy();
    }

    /** The same entries; both go on by themselves. Nobody is told of entries of the copy yet. */
    public synchronized Journal copy() {
        return new Journal(this);
    }

    /** Keeps an entry that is made when its number is known, which this returns. */
    public long add(LongFunction<Entry> making) {
        long number;
        synchronized (this) {
            number = entries.next();
            Entry entry = making.apply(number);
            entries.add(entry, Weight.of(entry));
            while (entries.size() > bounds.entries() || entries.weight() > bounds.bytes() && entries.size() > 1) {
                entries.removeFirst();
            }
        }
        readers.forEach(Runnable::run);
        return number;
    }

    public void jobNote(Instant at, String prediction, List<String> notes) {
        List<String> kept = Redaction.texts(notes);
        add(number -> new Entry.JobNote(number, at, prediction, kept));
    }

    /** The entries still kept with a number above {@code after}, oldest first. */
    public List<Entry> since(long after) {
        return page(after, Integer.MAX_VALUE, entry -> true).entries();
    }

    /**
     * Entries with a number above {@code after}, oldest first.
     *
     * @param most how many are answered at most; at least 1
     */
    public synchronized Page page(long after, int most, Predicate<Entry> wanted) {
        // Whoever asks for more than there ever was has read another journal, from before a reset.
        long read = Math.min(after, entries.next() - 1);
        long first = Math.max(entries.first(), read + 1);
        List<Entry> found = new ArrayList<>();
        long number = first;
        for (; number < entries.next() && found.size() < most; number++) {
            Entry entry = entries.get(number);
            if (wanted.test(entry)) {
                found.add(entry);
            }
        }
        return new Page(List.copyOf(found), number - 1, Math.max(0, entries.first() - 1 - read));
    }

    /** The entry of a number, if it is still kept. */
    public synchronized Optional<Entry> entry(long number) {
        boolean kept = number >= entries.first() && number < entries.next();
        return kept ? Optional.of(entries.get(number)) : Optional.empty();
    }

    /** How many entries there ever were. */
    public synchronized long last() {
        return entries.next() - 1;
    }

    /** Takes over those who are told of another journal's entries, which nobody is told of any more. */
    public void succeed(Journal other) {
        readers.addAllAbsent(other.readers);
        other.readers.clear();
        readers.forEach(Runnable::run);
    }

    /** Runs something after each entry from now on, on whatever thread; it must not wait. */
    public void tell(Runnable reader) {
        readers.addIfAbsent(reader);
    }

    public void tellNoMore(Runnable reader) {
        readers.remove(reader);
    }

    /** A User-Agent header as it may be kept. Nearly all calls of a sandbox come from one client and share it. */
    public String agent(String sent, String key) {
        Agent last = agent;
        if (!last.sent().equals(sent)) {
            last = new Agent(sent, Redaction.agent(sent, key));
            agent = last;
        }
        return last.kept();
    }

    private record Agent(String sent, String kept) {}
}
