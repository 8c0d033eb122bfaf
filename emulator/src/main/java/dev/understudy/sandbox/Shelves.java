package dev.understudy.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The lines of a ledger, oldest first, once in all and once for each kind and model, so that a page of any of them is
 * found without going through the rest.
 */
final class Shelves {

    private static final String ALL = label(Optional.empty(), Optional.empty());

    // By label. Texts, since the first hash of a record takes milliseconds, for which a first submission would wait.
    private final Map<String, List<LedgerEntry>> shelves = new HashMap<>();

    // The shelves that a line of a kind and a model stands on, so that a submission looks up two things and not four.
    private final Map<LedgerEntry.Kind, Map<String, List<List<LedgerEntry>>>> together =
            new EnumMap<>(LedgerEntry.Kind.class);

    // By job, as far as somebody has asked: many jobs are charged, and few are looked up.
    private final Map<String, LedgerEntry> charges = new HashMap<>();
    private int indexed;

    /** The same lines; both go on by themselves. */
    Shelves copy() {
        Shelves copy = new Shelves();
        shelves.forEach((label, shelf) -> copy.shelves.put(label, new ArrayList<>(shelf)));
        return copy;
    }

    /** @param entry not older than those that are here */
    void add(LedgerEntry entry) {
        for (List<LedgerEntry> shelf : together(entry)) {
            shelf.add(entry);
        }
    }

    private List<List<LedgerEntry>> together(LedgerEntry entry) {
        return together.computeIfAbsent(entry.kind(), kind -> new HashMap<>())
                .computeIfAbsent(
                        entry.model(),
                        model -> labels(entry).stream().map(this::shelf).toList());
    }

    /** The charge of a job. */
    Optional<LedgerEntry> charge(String prediction) {
        List<LedgerEntry> shelf = shelf(label(Optional.of(LedgerEntry.Kind.CHARGE), Optional.empty()));
        for (; indexed < shelf.size(); indexed++) {
            charges.put(shelf.get(indexed).prediction(), shelf.get(indexed));
        }
        return Optional.ofNullable(charges.get(prediction));
    }

    int size() {
        return shelf(ALL).size();
    }

    /** A view of the lines within a range of time; it must not be used after the next change. */
    List<LedgerEntry> between(Optional<LedgerEntry.Kind> kind, Optional<String> model, Instant from, Instant before) {
        List<LedgerEntry> shelf = shelves.getOrDefault(label(kind, model), List.of());
        int first = firstNotBefore(shelf, from);
        return shelf.subList(first, Math.max(first, firstNotBefore(shelf, before)));
    }

    /** Drops the oldest lines and returns them. */
    List<LedgerEntry> dropOldest(int number) {
        List<LedgerEntry> oldest = List.copyOf(shelf(ALL).subList(0, number));
        Map<String, Integer> dropped = new HashMap<>();
        for (LedgerEntry entry : oldest) {
            labels(entry).forEach(label -> dropped.merge(label, 1, Integer::sum));
        }
        dropped.forEach((label, count) -> shelf(label).subList(0, count).clear());
        charges.clear();
        indexed = 0;
        return oldest;
    }

    private List<LedgerEntry> shelf(String label) {
        return shelves.computeIfAbsent(label, made -> new ArrayList<>());
    }

    private static String label(Optional<LedgerEntry.Kind> kind, Optional<String> model) {
        return kind.map(LedgerEntry.Kind::name).orElse("") + " " + model.orElse("");
    }

    private static List<String> labels(LedgerEntry entry) {
        Optional<LedgerEntry.Kind> kind = Optional.of(entry.kind());
        Optional<String> model = Optional.of(entry.model());
        return List.of(ALL, label(kind, Optional.empty()), label(Optional.empty(), model), label(kind, model));
    }

    private static int firstNotBefore(List<LedgerEntry> shelf, Instant time) {
        int low = 0;
        int high = shelf.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (shelf.get(middle).at().isBefore(time)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
