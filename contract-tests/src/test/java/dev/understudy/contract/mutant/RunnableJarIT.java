package dev.understudy.contract.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The packaged jar in a process of its own, and what the build's run of the cases left behind. */
class RunnableJarIT {
    private static final Path BUILD = Path.of("target");
    private static final Path JAR = BUILD.resolve("understudy-contract.jar");
    // Made up in each run, because the test's own class file stands among the files that are searched.
    private static final String CANARY = "ck_canary_" + Long.toHexString(new Random().nextLong());

    @Test
    void the_run_in_this_build_executed_the_whole_manifest_and_was_fine() throws IOException {
        JsonNode report = report("contract/emulator");
        JsonNode verdict = report.path("verdict");

        // The jar was packaged just before the cases ran: an older report is of another build.
        assertThat(Instant.parse(report.path("startedAt").asText()))
                .isAfter(Files.getLastModifiedTime(JAR).toInstant());
        assertThat(verdict.path("exit").asInt(-1)).as("%s", verdict).isZero();
        assertThat(verdict.path("executed").asInt())
                .isPositive()
                .isEqualTo(verdict.path("manifest").asInt());
        assertThat(verdict.path("verified").asInt(-1)).isZero();
    }

    @Test
    void a_good_target_is_fine() throws Exception {
        try (DamagingProxy proxy = new DamagingProxy(Defect.none())) {
            Finished run = jar("--target", proxy.url().toString(), "--filter", "auth.", "--reports", "target/jar/good");

            assertThat(run.exit).as(run.output).isZero();
            assertThat(run.output)
                    .containsPattern("auth\\.missing-key\\.rejected\\s+PASS\\s+INFERRED")
                    .containsPattern("\\R5 passed, 0 failed, \\d+ skipped\\R$");
        }
    }

    @Test
    void a_bad_target_is_1_and_the_key_that_it_repeats_is_nowhere() throws Exception {
        try (DamagingProxy proxy = new DamagingProxy(Defect.tellsTheKey())) {
            Finished run =
                    jar("--target", proxy.url().toString(), "--filter", "errors.", "--reports", "target/jar/bad");

            assertThat(run.exit).as(run.output.replace(CANARY, "(the canary)")).isEqualTo(1);
            assertThat(run.output).contains("Nothing for Bearer <the key>");
            assertThat(run.output.contains(CANARY)).as("the key is printed").isFalse();
            assertThat(report("jar/bad/127.0.0.1-" + proxy.url().getPort())
                            .path("cases")
                            .toString())
                    .contains("Nothing for Bearer <the key>");
            assertThat(filesWith(CANARY)).isEmpty();
        }
    }

    @Test
    void a_plan_names_its_cases_and_their_price() throws Exception {
        Finished run = jar("--target", "live", "--plan");

        assertThat(run.exit).as(run.output).isZero();
        assertThat(run.output)
                .contains("auth.missing-key.rejected", "characters.create.accepted")
                .containsPattern(
                        "\\RTotal: [1-9]\\d+ cases, at most USD 0\\.0(0\\d|1\\d|20), within a budget of USD 0\\.02\\.\\R$")
                .doesNotContain("WARNING");
    }

    @Test
    void a_mistyped_target_is_one_sentence() throws Exception {
        Finished run = jar("--target", "htp://127.0.0.1:8080");

        assertThat(run.exit).isEqualTo(3);
        assertThat(run.output.lines()).hasSize(1);
    }

    private static JsonNode report(String folder) throws IOException {
        return new JsonMapper()
                .readTree(BUILD.resolve(folder).resolve("report.json").toFile());
    }

    private static List<Path> filesWith(String text) throws IOException {
        try (Stream<Path> files = Files.walk(BUILD)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> contains(file, text))
                    .toList();
        }
    }

    // One byte is one character in Latin-1, so binary files are searched as well.
    private static boolean contains(Path file, String text) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Finished jar(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                JAR.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("CONTRACT_") || name.startsWith("JAVA_TOOL"));
        environment.put("CONTRACT_API_KEY", CANARY);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Finished(process.waitFor(), output);
    }

    private record Finished(int exit, String output) {}
}
