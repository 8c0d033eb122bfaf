package dev.understudy.sandbox;

import dev.understudy.journal.Redaction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the jobs of each test have cost, where their submissions said which test they were for. To be used by one thread
 * at a time.
 */
final class TestLabels {

    /** The header of a submission that names its test. */
    static final String HEADER = "Understudy-Test";

    // A label is the caller's to choose, so their number and length have a bound. What comes after is summed up as one.
    private static final int MOST = 10_000;
    private static final String OTHERS = "(others)";

    private final Map<String, String> labels = new HashMap<>();
    private final Map<String, Statement.TestCosts> costs = new TreeMap<>();

    /** The label of a call, as it is shown: printable, and cut short; empty if it has none. */
    static Optional<String> of(Visit visit) {
        return visit.header(HEADER)
                .map(label -> Redaction.label(label, Redaction.key(visit::header)))
                .filter(label -> !label.isEmpty());
    }

    void add(String prediction, String label) {
        labels.put(prediction, costs.size() < MOST || costs.containsKey(label) ? label : OTHERS);
    }

    void book(LedgerEntry entry) {
        String label = labels.get(entry.prediction());
        if (label != null) {
            costs.put(
                    label,
                    costs.getOrDefault(label, Statement.TestCosts.none(label)).plus(entry));
        }
    }

    void forget(String prediction) {
        labels.remove(prediction);
    }

    List<Statement.TestCosts> costs() {
        return List.copyOf(costs.values());
    }

    TestLabels copy() {
        TestLabels copy = new TestLabels();
        copy.labels.putAll(labels);
        copy.costs.putAll(costs);
        return copy;
    }
}
