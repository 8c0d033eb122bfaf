package dev.understudy.contract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.contract.report.Manifest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.wavespeed.ai",
                "http://api.wavespeed.ai",
                "HTTPS://API.WAVESPEED.AI.",
                "https://api.wavespeed.ai:443/",
                "https://wavespeed.ai",
                "https://api.eachlabs.ai",
                "https://api.openai.com"
            })
    void the_real_service_is_refused_as_a_url(String target) {
        assertThat(run("--target", target)).isEqualTo(64);
        assertThat(err()).contains("real service").contains("spend guard");
    }

    @ParameterizedTest
    @ValueSource(strings = {"emulatr", "http://", "http://127.0.0.1:8080/api/v3", "http://user:word@127.0.0.1"})
    void a_target_that_does_not_exist_is_one_sentence(String target) {
        assertThat(run("--target", target)).isEqualTo(3);
        assertThat(err().lines()).hasSize(1);
        assertThat(out()).isEmpty();
    }

    @Test
    void a_target_where_nobody_answers_is_one_sentence() throws IOException {
        int port;
        try (ServerSocket closedAtOnce = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closedAtOnce.getLocalPort();
        }

        assertThat(run("--target", "http://127.0.0.1:" + port)).isEqualTo(3);
        assertThat(err().lines()).singleElement().asString().startsWith("Nobody answers at http://127.0.0.1:" + port);
    }

    @Test
    void a_filter_that_selects_nothing_is_not_fine() {
        assertThat(run("--target", "emulator", "--filter", "no.such", "--reports", "target/none"))
                .isEqualTo(3);
        assertThat(out()).contains("No case was executed").endsWith(" skipped" + System.lineSeparator());
    }

    @Test
    void the_latest_reports_are_put_together_and_the_status_is_written(@TempDir Path folder) throws IOException {
        assertThat(run("--target", "emulator", "--filter", "auth.", "--out", folder.toString()))
                .isZero();
        assertThat(run("--report", "drift", "--out", folder.toString())).isZero();
        assertThat(out())
                .contains("cases compared: " + (Manifest.ids().size() - 5) + " skipped, 5 pass. Drift: ")
                .contains("breaking in 0");
        assertThat(folder.resolve("drift/report.html")).isRegularFile();

        Path page = Files.writeString(
                folder.resolve("README.md"),
                "<!-- status: written by java -jar understudy-contract.jar --write-status README.md -->\n"
                        + "<!-- end of status -->\n");
        assertThat(run("--write-status", page.toString(), "--out", folder.toString()))
                .isZero();
        assertThat(Files.readString(page)).contains("| `auth` | 5 | 5 | 0 of 5 | never |");
    }

    @Test
    void reports_that_are_not_there_are_one_sentence(@TempDir Path folder) {
        assertThat(run("--report", "drift", "--out", folder.toString())).isEqualTo(3);
        assertThat(run("--report", "drift", "--out", folder.resolve("none").toString()))
                .isEqualTo(3);
        assertThat(run("--write-status", "none.md", "--out", folder.toString())).isEqualTo(3);
        assertThat(err().lines()).hasSize(3);
        assertThat(run("--report", "everything")).isEqualTo(64);
    }

    @Test
    void no_target_is_a_question() {
        assertThat(run()).isEqualTo(64);
        assertThat(err()).contains("Which target?");
    }

    @Test
    void an_argument_that_is_not_an_option_is_not_repeated() {
        assertThat(run("--key", "a-secret")).isEqualTo(64);
        assertThat(run("a-secret")).isEqualTo(64);
        assertThat(run("--target", "--list")).isEqualTo(64);
        assertThat(err()).doesNotContain("a-secret");
    }

    @Test
    void a_key_among_the_system_properties_is_refused_and_not_repeated() {
        System.setProperty("contract.api-key", "a-secret");
        try {
            assertThat(run("--target", "emulator", "--filter", "auth.")).isEqualTo(3);
        } finally {
            System.clearProperty("contract.api-key");
        }
        assertThat(err().lines()).singleElement().asString().contains("contract.api-key", "CONTRACT_API_KEY");
        assertThat(err() + out()).doesNotContain("a-secret");
    }

    @Test
    void the_list_needs_no_target() {
        assertThat(run("--list", "--filter", "text-to-video.with")).isZero();
        assertThat(out())
                .matches(
                        "text-to-video.with-character\\s+DOCUMENTED\\s+1 x characters \\(shared\\) \\+ .*USD 0\\.401\\)\\R");
    }

    @Test
    void the_plan_is_about_wavespeed_unless_told() {
        assertThat(run("--plan")).isZero();
        assertThat(out()).contains("characters.create.accepted").doesNotContain("openai.", "eachlabs.", "sora-guide.");
    }

    @Test
    void a_provider_that_nobody_knows_is_one_sentence() {
        assertThat(run("--target", "emulator", "--provider", "openia")).isEqualTo(3);
        assertThat(err().lines()).singleElement().asString().contains("'openia'", "sora-guide");
    }

    @Test
    void the_manifest_is_printed_as_it_is_kept() {
        assertThat(run("--manifest")).isZero();
        assertThat(out()).isEqualTo(Manifest.text());
    }

    @Test
    void help_names_each_exit_code() {
        assertThat(run("--help")).isZero();
        assertThat(out()).contains("0 fine", "1 a case failed", "2 breaking drift", "3 could not look", "64");
    }

    private int run(String... arguments) {
        return new Main(printing(out), printing(err), Map.of(), Terminal.NONE).run(List.of(arguments));
    }

    private static PrintStream printing(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
