package dev.understudy.contract.report;

import dev.understudy.contract.CaseDefinition;
import dev.understudy.contract.report.Report.CaseEntry;
import dev.understudy.contract.report.Report.Summary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What a run as a whole says: 0 fine, 1 a case failed, 2 breaking drift, 3 could not look; 3 outweighs 1 outweighs 2. */
public final class Verdict {
    public static final int FINE = 0;
    public static final int FAILED = 1;
    public static final int DRIFTED = 2;
    public static final int COULD_NOT_LOOK = 3;

    private Verdict() {}

    /**
     * @param doubts why the run could not look
     */
    static Summary summary(String target, List<CaseEntry> cases, Collection<String> manifest, List<String> doubts) {
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        cases.forEach(entry -> outcomes.merge(entry.outcome(), 1, Integer::sum));
        BigDecimal spent = cases.stream()
                .map(entry -> new BigDecimal(entry.costUsd()))
                .reduce(BigDecimal.ZERO.setScale(Report.USD_DIGITS), BigDecimal::add);
        Summary summary = new Summary(
                exit(cases, doubts),
                "",
                cases.size() - outcomes.getOrDefault(Outcome.SKIPPED, 0),
                manifest.size(),
                outcomes,
                count(cases, entry -> entry.verifiedAt() != null),
                count(cases, Verdict::isVerifiable),
                count(cases, Verdict::isBreaking),
                spent.toPlainString(),
                doubts);
        return summary.saying(Sentences.verdict(target, summary, cases));
    }

    private static int count(List<CaseEntry> cases, Predicate<CaseEntry> which) {
        return (int) cases.stream().filter(which).count();
    }

    private static int exit(List<CaseEntry> cases, List<String> doubts) {
        if (!doubts.isEmpty()) {
            return COULD_NOT_LOOK;
        }
        boolean failed = cases.stream().anyMatch(entry -> entry.outcome() == Outcome.FAIL);
        return failed ? FAILED : cases.stream().anyMatch(Verdict::isBreaking) ? DRIFTED : FINE;
    }

    private static boolean isBreaking(CaseEntry entry) {
        return entry.drift() != null && entry.drift().breaks();
    }

    static boolean isVerifiable(CaseEntry entry) {
        return !entry.standing().equals(CaseDefinition.UNVERIFIABLE);
    }

    /** Why the run could not look, as sentences without a full stop. */
    static List<String> doubts(List<CaseEntry> cases, Collection<String> manifest) {
        List<String> doubts = new ArrayList<>();
        if (cases.stream().allMatch(entry -> entry.outcome() == Outcome.SKIPPED)) {
            doubts.add("No case was executed");
        }
        doubts.addAll(differences(cases, manifest));
        List<CaseEntry> errors =
                cases.stream().filter(entry -> entry.outcome() == Outcome.ERROR).toList();
        if (!errors.isEmpty()) {
            // One for all: when a target goes away, all the others say the same.
            CaseEntry first = errors.get(0);
            doubts.add(errors.size() + " of the cases could not, first " + first.id() + ": " + first.message());
        }
        return doubts;
    }

    private static List<String> differences(List<CaseEntry> cases, Collection<String> manifest) {
        TreeSet<String> missing = new TreeSet<>(manifest);
        TreeSet<String> unlisted = new TreeSet<>();
        cases.stream().map(CaseEntry::id).forEach(id -> {
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
