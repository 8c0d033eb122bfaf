package dev.understudy.contract.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes {@code report.json} and what is made from it. */
public final class ReportFiles {
    private ReportFiles() {}

    /**
     * @param reports gets a folder of the target's name
     * @return the page for people
     */
    public static Path write(Report report, Path reports) {
        try {
            Path folder = Files.createDirectories(reports.resolve(report.target()));
            Files.writeString(folder.resolve("report.json"), report.json());
            Files.writeString(folder.resolve("junit.xml"), JUnitXmlReport.of(report));
            Files.writeString(folder.resolve("summary.md"), Markdown.summary(report));
            return Files.writeString(folder.resolve("report.html"), HtmlReport.of(report));
        } catch (IOException e) {
            throw new UncheckedIOException("The reports cannot be written to " + reports, e);
        }
    }
}
