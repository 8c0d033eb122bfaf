package dev.understudy.contract.report;

import dev.understudy.contract.drift.Drift;
import dev.understudy.contract.drift.Seen;
import dev.understudy.contract.drift.Source;
import dev.understudy.contract.report.Report.CaseEntry;
import dev.understudy.contract.report.Report.RunEntry;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One case in the reports of one or several targets, next to what is recorded of it. */
final class CaseComparison {
    private final List<CaseEntry> entries;
    private final Known known;

    private CaseComparison(List<CaseEntry> entries, Known known) {
        this.entries = entries;
        this.known = known;
    }

    /**
     * @param entries of one case, each with the run on one target
     */
    static CaseEntry of(List<CaseEntry> entries, Known known) {
        return new CaseComparison(entries, known).entry();
    }

    private CaseEntry entry() {
        CaseEntry any = entries.get(0);
        Map<Source, List<Seen>> seen = seen();
        return new CaseEntry(
                any.id(),
                any.title(),
                runs().map(RunEntry::outcome).max(Comparator.naturalOrder()).orElseThrow(),
                any.standing(),
                any.claims(),
                known.verifiedAt(any.id()),
                any.priceUsd(),
                cost().toPlainString(),
                runs().toList(),
                drift(seen),
                Drift.sideBySide(seen));
    }

    // A replay is the recording itself; to compare the two would find nothing ever.
    private Drift drift(Map<Source, List<Seen>> seen) {
        if (runs().allMatch(run -> Source.ofKind(run.kind()).isEmpty())) {
            return null;
        }
        boolean liveFailed = runs().anyMatch(run -> run.kind().equals("LIVE") && run.outcome() == Outcome.ERROR);
        return Drift.between(seen, liveFailed);
    }

    private BigDecimal cost() {
        return entries.stream()
                .map(entry -> new BigDecimal(entry.costUsd()))
                .reduce(BigDecimal.ZERO.setScale(Report.USD_DIGITS), BigDecimal::add);
    }

    private Stream<RunEntry> runs() {
        return entries.stream().flatMap(entry -> entry.runs().stream());
    }

    private Map<Source, List<Seen>> seen() {
        Map<Source, List<Seen>> seen = new EnumMap<>(Source.class);
        known.sighting(entries.get(0).id()).ifPresent(sighting -> seen.put(Source.EVIDENCE, sighting.comparable()));
        for (CaseEntry entry : entries) {
            RunEntry run = entry.runs().get(0);
            Source.ofKind(run.kind()).ifPresent(source -> {
                Sighting sighting = Sighting.of(source, run.origin(), entry.exchanges());
                if (!sighting.exchanges().isEmpty()) {
                    seen.put(source, sighting.comparable());
                }
            });
        }
        return seen;
    }
}
