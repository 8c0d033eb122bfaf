package dev.understudy.contract.report;

import dev.understudy.contract.register.Claim;
import dev.understudy.contract.register.Claims;
import dev.understudy.contract.report.Report.CaseEntry;
import dev.understudy.contract.report.Report.ClaimEntry;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The claims that a report has to explain. */
final class ClaimEntries {
    private ClaimEntries() {}

    static List<ClaimEntry> of(List<CaseEntry> cases) {
        Set<String> used =
                cases.stream().flatMap(entry -> entry.claims().stream()).collect(Collectors.toSet());
        return Claims.bundled().all().stream()
                .filter(claim -> used.contains(claim.id())
                        || claim.conflictsWith().stream().anyMatch(used::contains))
                .map(ClaimEntries::entry)
                .toList();
    }

    private static ClaimEntry entry(Claim claim) {
        return new ClaimEntry(claim.id(), claim.statement(), claim.kind().name(), claim.conflictsWith());
    }
}
