package dev.understudy.contract.report;

import dev.understudy.contract.report.Report.CaseEntry;
import dev.understudy.contract.report.Report.RunEntry;
import java.util.List;
import java.util.Map;

/** Cases of reports, for tests that look at what is made of them. */
final class Entries {
    private static final String STARTED_AT = "2026-11-21T09:00:00Z";

    private Entries() {}

    static CaseEntry entry(String id, Outcome outcome) {
        return entry(id, outcome, "");
    }

    static CaseEntry entry(String id, Outcome outcome, String message) {
        return entry(id, outcome, message, null);
    }

    static CaseEntry entry(String id, Outcome outcome, String message, String verifiedAt) {
        RunEntry run = new RunEntry("emulator", "EMULATOR", STARTED_AT, "", outcome, 7, message);
        return new CaseEntry(
                id,
                "a sentence about it",
                outcome,
                "DOCUMENTED",
                List.of("AU-01"),
                verifiedAt,
                "0.001",
                "0.000",
                List.of(run),
                null,
                List.of());
    }

    static Report report(List<String> manifest, CaseEntry... entries) {
        return Report.of(
                "emulator", "EMULATOR", STARTED_AT, Map.of("java", "17"), List.of(entries), manifest, List.of());
    }
}
