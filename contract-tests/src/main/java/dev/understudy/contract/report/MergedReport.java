package dev.understudy.contract.report;

import dev.understudy.contract.report.Report.CaseEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The latest reports of all targets and the recordings, put together: {@code --report drift}. */
public final class MergedReport {
    /** Stands for the target and for its kind. */
    static final String NAME = "drift";

    private static final String EMULATOR = "EMULATOR";

    private MergedReport() {}

    /**
     * @param reports the folder with a folder for each target
     * @throws IllegalArgumentException when there is no report in it, or one that is not of this kit
     */
    public static Report of(Path reports, Known known) {
        return of(found(reports), known, Manifest.ids());
    }

    /** The latest report of an emulator. */
    static Report emulated(Path reports) {
        return latest(found(reports)).stream()
                .filter(report -> report.kind().equals(EMULATOR))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No report of an emulator is in " + reports));
    }

    static Report of(List<Report> found, Known known, Collection<String> manifest) {
        List<Report> latest = latest(found);
        Map<String, List<CaseEntry>> byId = latest.stream()
                .flatMap(report -> report.cases().stream())
                .collect(Collectors.groupingBy(CaseEntry::id, TreeMap::new, Collectors.toList()));
        List<CaseEntry> cases = byId.values().stream()
                .map(entries -> CaseComparison.of(entries, known))
                .toList();
        boolean emulated = latest.stream().anyMatch(report -> report.kind().equals(EMULATOR));
        return Report.of(
                NAME,
                NAME,
                latest.get(latest.size() - 1).startedAt(),
                environment(latest),
                cases,
                manifest,
                emulated ? List.of() : List.of("No report of an emulator is there to be compared"));
    }

    /** For each kind of target the report that is not older than any other, the latest last. */
    private static List<Report> latest(List<Report> found) {
        Map<String, Report> byKind = found.stream()
                .filter(report -> !report.kind().equals(NAME))
                .sorted(Comparator.comparing(Report::startedAt))
                .collect(Collectors.toMap(Report::kind, report -> report, (older, newer) -> newer));
        if (byKind.isEmpty()) {
            throw new IllegalArgumentException("No report of a target is there; run the cases first");
        }
        return byKind.values().stream()
                .sorted(Comparator.comparing(Report::startedAt))
                .toList();
    }

    private static Map<String, String> environment(List<Report> reports) {
        Map<String, String> environment = new TreeMap<>();
        for (Report report : reports) {
            environment.put(report.target() + ", started", report.startedAt());
            report.environment().forEach((key, value) -> environment.put(report.target() + ", " + key, value));
        }
        return environment;
    }

    private static List<Report> found(Path reports) {
        try (Stream<Path> files = Files.find(reports, 2, (file, attributes) -> file.endsWith("report.json"))) {
            return files.map(Report::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The reports cannot be read from " + reports, e);
        }
    }
}
