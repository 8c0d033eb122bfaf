package dev.understudy.contract.report;

import dev.understudy.contract.CaseDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * What a run as a whole says.
 *
 * @param exit 0 fine, 1 a case failed, 3 could not look; 3 outweighs 1
 * @param executed how many cases ran
 * @param manifest how many the manifest has
 * @param verifiable how many of those could be asked of the real service
 * @param doubts why the run could not look, as sentences
 */
public record Verdict(int exit, int executed, int manifest, int verifiable, List<String> doubts) {
    public static final int FINE = 0;
    public static final int FAILED = 1;
    public static final int COULD_NOT_LOOK = 3;

    public static Verdict of(List<CaseResult> results, List<String> manifest) {
        List<String> doubts = doubts(results, manifest);
        boolean failed = results.stream().anyMatch(result -> result.outcome() == Outcome.FAIL);
        return new Verdict(
                !doubts.isEmpty() ? COULD_NOT_LOOK : failed ? FAILED : FINE,
                (int) results.stream().filter(CaseResult::wasExecuted).count(),
                manifest.size(),
                (int) results.stream()
                        .map(CaseResult::definition)
                        .filter(CaseDefinition::isVerifiable)
                        .count(),
                doubts);
    }

    private static List<String> doubts(List<CaseResult> results, List<String> manifest) {
        List<String> doubts = new ArrayList<>();
        if (results.stream().noneMatch(CaseResult::wasExecuted)) {
            doubts.add("No case was executed");
        }
        doubts.addAll(differences(results, manifest));
        List<CaseResult> errors = results.stream()
                .filter(result -> result.outcome() == Outcome.ERROR)
                .toList();
        if (!errors.isEmpty()) {
            // One for all: when a target goes away, all the others say the same.
            CaseResult first = errors.get(0);
            doubts.add(errors.size() + " of the cases could not, first " + first.id() + ": " + first.message());
        }
        return List.copyOf(doubts);
    }

    private static List<String> differences(List<CaseResult> results, List<String> manifest) {
        TreeSet<String> missing = new TreeSet<>(manifest);
        TreeSet<String> unlisted = new TreeSet<>();
        results.stream().map(CaseResult::id).forEach(id -> {
            if (!missing.remove(id)) {
                unlisted.add(id);
            }
        });
        List<String> differences = new ArrayList<>();
        if (!missing.isEmpty()) {
            differences.add("In the manifest, but neither executed nor skipped by the kit: " + missing);
        }
        if (!unlisted.isEmpty()) {
            differences.add("Not in the manifest, or seen twice: " + unlisted);
        }
        return differences;
    }
}
