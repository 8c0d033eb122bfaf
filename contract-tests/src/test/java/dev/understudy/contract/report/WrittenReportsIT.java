package dev.understudy.contract.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the runs of the cases in this build left behind. */
class WrittenReportsIT {
    private static final Path REPORTS = Path.of("target", "contract");
    private static final Path README = Path.of("..", "README.md");

    @Test
    void every_report_keeps_to_the_schema() throws IOException {
        List<Path> written;
        try (Stream<Path> files = Files.find(REPORTS, 2, (file, attributes) -> file.endsWith("report.json"))) {
            written = files.toList();
        }
        assertThat(written).isNotEmpty();
        for (Path report : written) {
            Schema.assertValid(Files.readString(report));
        }
    }

    @Test
    void what_was_said_is_in_the_report_of_every_case_that_ran() {
        Report report = Report.read(REPORTS.resolve("emulator/report.json"));

        assertThat(report.cases()).allSatisfy(entry -> {
            assertThat(entry.exchanges()).as(entry.id()).isNotEmpty();
            assertThat(entry.title()).as(entry.id()).contains(" ");
        });
    }

    @Test
    void the_readme_has_what_the_claims_say_of_each_provider() throws IOException {
        String readme = Files.readString(README);

        assertThat(StatusTable.withProviders(readme))
                .as("written with the status, by --write-status README.md")
                .isEqualTo(readme);
    }

    @Test
    void the_readme_has_the_status_of_this_build() throws IOException {
        String readme = Files.readString(README);

        assertThat(StatusTable.in(readme, MergedReport.emulated(REPORTS)))
                .as("write it with: java -jar contract-tests/target/understudy-contract.jar"
                        + " --out contract-tests/target/contract --write-status README.md")
                .isEqualTo(readme);
    }
}
