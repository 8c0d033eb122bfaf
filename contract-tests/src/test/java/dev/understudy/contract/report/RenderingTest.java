package dev.understudy.contract.report;

import static dev.understudy.contract.report.Entries.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenderingTest {
    private static final List<String> MANIFEST = List.of("a.one", "a.two", "b.one");
    private static final String HOSTILE = "<&\"\u0000\u001b]]></script><img src=x onerror=alert(1)>`|\n# no";

    @TempDir
    Path reports;

    @Test
    void a_run_leaves_four_files_in_a_folder_of_its_name() throws IOException {
        Path page = ReportFiles.write(report(), reports);

        assertThat(page).isEqualTo(reports.resolve("emulator/report.html"));
        assertThat(page.resolveSibling("junit.xml")).isRegularFile();
        assertThat(page.resolveSibling("summary.md")).isRegularFile();
        Schema.assertValid(Files.readString(page.resolveSibling("report.json")));
        assertThat(Report.read(page.resolveSibling("report.json"))).isEqualTo(report());
    }

    @Test
    void the_page_has_the_whole_report_in_it_and_nothing_that_a_target_said_ends_it() throws IOException {
        String page = HtmlReport.of(report());
        String begin = "<script type=\"application/json\" id=\"report\">";
        String embedded = page.substring(page.indexOf(begin) + begin.length());
        embedded = embedded.substring(0, embedded.indexOf("</script>"));

        assertThat(new JsonMapper().readTree(embedded)).isEqualTo(new JsonMapper().readTree(report().json()));
        assertThat(page).doesNotContain("<img").doesNotContain("{{").contains("default-src 'none'");
    }

    @Test
    void the_page_asks_nobody_for_anything() {
        assertThat(HtmlReport.of(report()))
                .doesNotContainPattern("(src|href)=\"(?!#)")
                .doesNotContain("url(", "@import");
    }

    @Test
    void junit_xml_survives_what_a_target_may_say() {
        assertThat(JUnitXmlReport.of(report()))
                .contains("message=\"&lt;&amp;&quot;??]]&gt;&lt;/script")
                .contains("tests=\"3\"", "failures=\"1\"", "errors=\"0\"", "skipped=\"1\"");
    }

    @Test
    void the_summary_says_what_was_not_verified() {
        assertThat(Markdown.summary(report()))
                .contains("Verified against the real API: 1 of 3 verifiable")
                .contains("| `a` | 2 | 0 | 0 of 2 | never |", "| `b` | 1 | 1 | 1 of 1 | 2026-11-20 |")
                .contains("`<&\"")
                .doesNotContain("\n# no");
    }

    @Test
    void the_status_stands_between_its_marks_and_nothing_else_changes() {
        String page = "before\n" + StatusTable.BEGIN + "old\n" + StatusTable.END + "after\n";

        String written = StatusTable.in(page, report());

        assertThat(written)
                .startsWith("before\n" + StatusTable.BEGIN + "| cases |")
                .endsWith("| all | 3 | 1 | 1 of 3 | 2026-11-20 |\n" + StatusTable.END + "after\n");
        assertThat(StatusTable.in(written, report())).isEqualTo(written);
        assertThatThrownBy(() -> StatusTable.in("no marks", report()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("end of status");
    }

    @Test
    void what_is_too_long_is_clipped_once_and_says_how_much_there_was() {
        ObjectNode said = new JsonMapper().createObjectNode().put("text", "x".repeat(3_000));
        IntStream.range(0, 500).forEach(said.putArray("list")::add);

        JsonNode clipped = Clipping.clip(said);

        assertThat(clipped.path("text").asText()).hasSizeLessThan(2_040).endsWith("x… (of 3000 characters)");
        assertThat(clipped.path("list")).hasSize(101);
        assertThat(clipped.path("list").path(100).asText()).isEqualTo("… of 500");
        assertThat(Clipping.clip(clipped)).isEqualTo(clipped);
    }

    @Test
    void another_schema_is_not_read() throws IOException {
        Path file = reports.resolve("report.json");
        Files.writeString(file, report().json().replace("\"schema\" : 1", "\"schema\" : 2"));

        assertThatThrownBy(() -> Report.read(file)).hasMessageContaining("another schema");
        Files.writeString(file, "{\"verdict\": 1}");
        assertThatThrownBy(() -> Report.read(file)).hasMessageContaining("Not a report of this kit");
    }

    private static Report report() {
        return Entries.report(
                MANIFEST,
                entry("a.one", Outcome.FAIL, HOSTILE),
                entry("a.two", Outcome.SKIPPED, "FILTERED: the id does not begin with b"),
                entry("b.one", Outcome.PASS, "", "2026-11-20T10:00:00Z"));
    }
}
