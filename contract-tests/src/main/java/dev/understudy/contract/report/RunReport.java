package dev.understudy.contract.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Properties;

/** All that is known about one run, and the files that say so. */
public record RunReport(String target, Instant startedAt, List<CaseResult> results, Verdict verdict) {
    public static RunReport of(String target, Instant startedAt, List<CaseResult> results) {
        return new RunReport(target, startedAt, results, Verdict.of(results, Manifest.ids()));
    }

    public long count(Outcome outcome) {
        return results.stream().filter(result -> result.outcome() == outcome).count();
    }

    /** Writes {@code report.json} and {@code junit.xml} into a folder of the target's name. */
    public void write(Path reports) {
        try {
            Path folder = Files.createDirectories(reports.resolve(target));
            Files.writeString(folder.resolve("report.json"), JsonReport.of(this));
            Files.writeString(folder.resolve("junit.xml"), JUnitXmlReport.of(this));
        } catch (IOException e) {
            throw new UncheckedIOException("The reports cannot be written to " + reports, e);
        }
    }

    /** The version of the kit. */
    public static String kit() {
        Properties properties = new Properties();
        try (InputStream in = RunReport.class.getResourceAsStream("/dev/understudy/contract/kit.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }
}
