package dev.understudy.contract.drift;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How far recordings, the real service and the emulator are apart in one case.
 *
 * @param type the class of the drift
 * @param asked the sources that were compared
 * @param differences the worst first
 */
public record Drift(@JsonProperty("class") DriftClass type, List<Source> asked, List<Difference> differences) {
    // Each id and each time is a difference of noise; more of them tell nothing more.
    private static final int MOST_NOISE = 60;

    /** An exchange with its counterparts, as {@code report.json} shows it. */
    public record Exchange(String label, Map<Source, JsonNode> seen) {}

    /**
     * Compares the exchanges of one case.
     *
     * @param sources the exchanges of each source that was asked, in their order
     * @param liveFailed whether the real service was asked and could not be looked at
     */
    public static Drift between(Map<Source, List<Seen>> sources, boolean liveFailed) {
        Map<Source, List<Seen>> inOrder = new EnumMap<>(Source.class);
        inOrder.putAll(sources);
        Set<Source> asked = inOrder.keySet();
        List<Row> rows = Alignment.of(inOrder);
        List<Difference> found = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            found.addAll(differences(i, rows.get(i), asked));
        }
        found.sort(Comparator.comparing(Difference::severity).reversed());
        return new Drift(DriftClass.of(asked, liveFailed, found), List.copyOf(asked), List.copyOf(found));
    }

    /** The same exchanges, counterparts side by side; a difference names one by its index. */
    public static List<Exchange> sideBySide(Map<Source, List<Seen>> sources) {
        Map<Source, List<Seen>> inOrder = new EnumMap<>(Source.class);
        inOrder.putAll(sources);
        return Alignment.of(inOrder).stream()
                .map(row -> new Exchange(row.label(), row.documents(Seen::raw)))
                .toList();
    }

    public boolean breaks() {
        return differences.stream().anyMatch(difference -> difference.severity() == Severity.BREAKING);
    }

    private static List<Difference> differences(int index, Row row, Set<Source> asked) {
        if (row.seen().size() < asked.size()) {
            Map<Source, JsonNode> answers = row.documents(Seen::answer);
            Severity severity = row.isPassing() ? Severity.NOISE : Severity.of("$", answers, asked);
            return List.of(new Difference(index, "$", answers, severity));
        }
        List<Difference> real = Comparison.of(index, row.documents(Seen::normalised), asked);
        Stream<Difference> noise = Comparison.of(index, row.documents(Seen::raw), asked).stream()
                .filter(difference -> !difference.path().equals("$.tookMs"))
                .filter(difference -> real.stream().noneMatch(known -> known.covers(difference)))
                .limit(MOST_NOISE)
                .map(Difference::asNoise);
        return Stream.concat(real.stream(), noise).toList();
    }
}
