package dev.understudy;

import dev.understudy.journal.hygiene.Finding;
import dev.understudy.journal.hygiene.HygieneReport;
import dev.understudy.journal.hygiene.HygieneRule;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Something that clients should not do, and did.
 *
 * @param times how often, over all API keys
 * @param example the first time, in words
 */
public record Habit(HygieneRule rule, long times, String example) {

    private static final Comparator<Habit> WORST_FIRST =
            Comparator.comparing((Habit habit) -> habit.rule().severity()).reversed();

    /** The gravest first; of equals in the order of the rules. */
    static List<Habit> of(Collection<HygieneReport> reports) {
        Map<HygieneRule, Habit> habits = new EnumMap<>(HygieneRule.class);
        for (HygieneReport report : reports) {
            report.findings().stream()
                    .filter(finding -> !finding.isKept())
                    .forEach(finding -> habits.merge(finding.rule(), of(finding), Habit::plus));
        }
        return habits.values().stream().sorted(WORST_FIRST).toList();
    }

    private static Habit of(Finding finding) {
        return new Habit(
                finding.rule(), finding.count(), finding.evidence().get(0).said());
    }

    private Habit plus(Habit more) {
        return new Habit(rule, times + more.times, example);
    }
}
