package dev.understudy.journal.hygiene;

import dev.understudy.journal.Entry;
import dev.understudy.journal.Journal;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a client behaves, graded from what the journal still holds. Intervals are taken by real time and by the sandbox's
 * clock, and the longer one counts: a client under test may wait for real while the clock is frozen, or push the clock
 * instead of waiting, and neither is bad manners.
 *
 * @param calls how many calls were looked at
 * @param dropped how many entries the journal has thrown away; what stood in them was not looked at
 * @param findings one for each rule, in the order of the rules
 */
public record HygieneReport(Grade grade, int calls, long dropped, List<Finding> findings) {

    public static HygieneReport of(Journal journal, Jobs jobs) {
        Journal.Page page = journal.page(0, Integer.MAX_VALUE, entry -> true);
        return of(page.entries(), page.dropped(), jobs);
    }

    static HygieneReport of(List<Entry> entries, long dropped, Jobs jobs) {
        Calls calls = Calls.of(entries);
        List<Finding> findings = Stream.of(HygieneRule.values())
                .map(rule -> Finding.of(rule, rule.broken(calls, jobs)))
                .toList();
        return new HygieneReport(Grade.of(findings), calls.all().size(), dropped, findings);
    }

    /** What one rule found. */
    public Finding finding(HygieneRule rule) {
        return findings.get(rule.ordinal());
    }

    /** One line for each rule that was broken, with its first evidence; for people. */
    public String describe() {
        StringBuilder text = new StringBuilder("grade %s: %s".formatted(grade, grade.meaning()));
        text.append(" (%s calls looked at%s)"
                .formatted(calls, dropped == 0 ? "" : ", %s older entries are not kept".formatted(dropped)));
        findings.stream().filter(finding -> !finding.isKept()).forEach(finding -> {
            Evidence first = finding.evidence().get(0);
            text.append("%n  %s, %s×: %s (entries %s)"
                    .formatted(finding.rule().title(), finding.count(), first.said(), first.entries()));
        });
        return text.toString();
    }
}
