package dev.understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.understudy.cli.Program.Ended;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real processes that run real processes. */
@Timeout(120)
class ExecTest {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @Test
    void theCommandFindsTheServerAndTheEndTellsWhatItWouldHaveCost() throws Exception {
        // At once, so that the one poll of the customer sees the end, however busy the machine is.
        List<String> flags = List.of("--seed", "42", "--progression", "immediate");
        Ended first = exec(flags, JAVA, "-cp", classPath(), Customer.class.getName());
        Ended second = exec(flags, JAVA, "-cp", classPath(), Customer.class.getName());

        assertThat(first.code()).isEqualTo(3);
        assertThat(first.output()).startsWith("seed 42, answer 200, id ").isEqualTo(second.output());
        assertThat(first.errors().lines())
                .containsExactly(
                        "understudy: 2 calls, 1 job; the real service would have charged 0.001 USD",
                        "understudy:   openai/sora-2/characters  1 job  0.001 USD",
                        "understudy: manners: A, no bad habits were seen",
                        "understudy: repeat with --seed 42");
    }

    @Test
    void theSummaryIsOneLineOfJsonWhereThatIsAskedFor() throws Exception {
        Ended ended = exec(List.of("--seed", "7", "--log", "json"), JAVA, "-cp", classPath(), Customer.class.getName());

        assertThat(ended.errors().lines()).hasSize(1);
        JsonNode summary = new ObjectMapper().readTree(ended.errors());
        assertThat(summary.path("event").asText()).isEqualTo("finished");
        assertThat(summary.path("exitCode").asInt()).isEqualTo(3);
        assertThat(summary.path("seed").asLong()).isEqualTo(7);
        assertThat(summary.at("/cost/models/0/model").asText()).isEqualTo("openai/sora-2/characters");
        assertThat(summary.at("/cost/net").decimalValue()).isEqualByComparingTo("0.001");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            exit 0        | 0
            exit 7        | 7
            kill -9 $$    | 137
            kill -TERM $$ | 143
            """)
    void itEndsWithTheCodeOfTheCommandEvenIfASignalKilledIt(String script, int code) throws Exception {
        assertThat(exec(List.of(), "sh", "-c", script).code()).isEqualTo(code);
    }

    @Test
    void aCommandThatCannotBeRunIsToldInASentenceWithTheCodeOfShells(@TempDir Path folder) throws Exception {
        Path plain = Files.writeString(folder.resolve("plain.sh"), "#!/bin/sh\n");

        Ended missing = exec(List.of(), "no-such-command");
        assertThat(missing.code()).isEqualTo(127);
        assertThat(missing.errors().lines()).containsExactly("understudy: there is no command 'no-such-command'");
        Ended closed = exec(List.of(), plain.toString());
        assertThat(closed.code()).isEqualTo(126);
        assertThat(closed.errors().lines())
                .containsExactly("understudy: '" + plain + "' cannot be run: it is not executable");
        Ended directory = exec(List.of(), folder.toString());
        assertThat(directory.code()).isEqualTo(126);
        assertThat(directory.errors()).contains("it is a directory");
    }

    @Test
    void itReadsWhatItIsGivenAndAPortOfTheEnvironmentIsNotItsOwn() throws Exception {
        Process cat = Program.with("exec", "--", "sh", "-c", "cat; echo $UNDERSTUDY_URL")
                .variable("UNDERSTUDY_PORT", "1")
                .start();
        try (var input = cat.outputWriter()) {
            input.write("hello ");
        }

        assertThat(Program.ended(cat).output()).matches("hello http://127.0.0.1:\\d{4,5}\n");
    }

    @Test
    void aServerThatCannotStartEndsWithACodeThatNoCommandHas() throws Exception {
        Ended ended = exec(List.of("--catalog", "/no/such/file.json"), "true");

        assertThat(ended.code()).isEqualTo(125);
        assertThat(ended.errors()).startsWith("understudy: ").contains("/no/such/file.json");
    }

    @ParameterizedTest
    @CsvSource({"TERM, 143", "INT, 130"})
    void aSignalGoesOnToTheCommandAndNothingOfItIsLeft(String signal, int code) throws Exception {
        // Two processes: the shell stays, since there is something after the first command, and waits for the second.
        String script = "trap 'kill $!; exit 130' INT; sleep 300 & echo $$ $!; wait; echo never";
        Process exec = Program.with("exec", "--", "sh", "-c", script)
                .heedingInterrupts()
                .start();
        try (BufferedReader lines = exec.inputReader()) {
            List<ProcessHandle> family = Stream.of(lines.readLine().split(" "))
                    .map(pid -> ProcessHandle.of(Long.parseLong(pid)).orElseThrow())
                    .toList();
            new ProcessBuilder("sh", "-c", "kill -%s %s".formatted(signal, exec.pid())).start();

            assertThat(exec.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(exec.exitValue()).isEqualTo(code);
            for (ProcessHandle member : family) {
                member.onExit().get(5, TimeUnit.SECONDS);
            }
            assertThat(lines.readLine()).isNull();
            assertThat(exec.errorReader().lines()).anyMatch(line -> line.contains("repeat with --seed"));
        } finally {
            exec.destroyForcibly();
        }
    }

    @Test
    void aCommandThatDoesNotHeedTheSignalIsEndedAllTheSame() throws Exception {
        String script = "trap '' TERM; echo $$; while :; do sleep 1; done";
        Process exec = Program.with("exec", "--", "sh", "-c", script).start();
        try (BufferedReader lines = exec.inputReader()) {
            ProcessHandle shell =
                    ProcessHandle.of(Long.parseLong(lines.readLine())).orElseThrow();
            exec.toHandle().destroy();

            assertThat(exec.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(exec.exitValue()).isEqualTo(137);
            assertThat(shell.isAlive()).isFalse();
        } finally {
            exec.destroyForcibly();
        }
    }

    private static Ended exec(List<String> flags, String... command) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("exec"));
        arguments.addAll(flags);
        arguments.add("--");
        arguments.addAll(List.of(command));
        return Program.with(arguments.toArray(String[]::new)).run();
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }
}
