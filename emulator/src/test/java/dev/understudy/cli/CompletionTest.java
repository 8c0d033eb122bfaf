package dev.understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.understudy.cli.Program.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class CompletionTest {

    @TempDir
    private Path folder;

    /** The words of a line as bash hands them over: an equals sign is one of its own, and the last word is completed. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            co                       | config completion
            serve --init             | --initial-status
            --init                   | --initial-status
            health --pace ""         | fast realistic
            exec --pace = re         | realistic
            exec --level go          | gold
            exec --seed 4            | ""
            exec --seed 42 ls ./one. | ./one.yaml
            exec -- ls ./one.        | ./one.yaml
            config --config ./one.   | ./one.yaml
            clip --no                | --no-audio
            clip -o ./one.           | ./one.yaml
            completion ""            | bash zsh fish
            exec --profile unst      | unstable
            profiles ret             | retired
            help vers                | version
            version x                | ""
            """)
    void bashOffersWhatFits(String line, String offers) throws Exception {
        Files.writeString(folder.resolve("one.yaml"), "");
        Path script = Files.writeString(folder.resolve("completion.bash"), BashCompletion.script());
        String typed = line.replace("\"\"", "''");
        int last = typed.split(" ").length;

        Process bash = new ProcessBuilder(
                        "bash",
                        "-c",
                        "source %s && COMP_WORDS=(understudy %s) COMP_CWORD=%s && _understudy 2> /dev/null; echo \"${COMPREPLY[*]}\""
                                .formatted(script, typed, last))
                .directory(folder.toFile())
                .start();

        assertThat(Program.ended(bash).output().trim()).isEqualTo(offers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void everyCommandAndFlagIsThereAndTheShellCanReadIt(String shell) throws Exception {
        Ended printed = Program.with("completion", shell).run();

        assertThat(printed.code()).isZero();
        assertThat(Commands.names())
                .allSatisfy(name -> assertThat(printed.output()).contains(name));
        Stream<String> flags = Commands.ALL.stream()
                .flatMap(command -> command.spec().optionNames().stream())
                .filter(name -> name.startsWith("--"));
        assertThat(flags)
                .allSatisfy(flag -> assertThat(printed.output())
                        .contains(shell.equals("fish") ? "-l " + flag.substring(2) + " " : flag));
        assumeTrue(isInstalled(shell), shell + " is not installed");
        Path script = Files.writeString(folder.resolve("script"), printed.output());
        Ended read = Program.ended(new ProcessBuilder(shell, "-n", script.toString()).start());
        assertThat(read.code()).as(read.errors()).isZero();
    }

    @Test
    void anotherShellIsRefusedWithThoseThereAre() {
        assertThatThrownBy(() -> new Completion().run(new Arguments(Map.of(), List.of("bsh"))))
                .isInstanceOf(UsageException.class)
                .hasMessage("there is no completion for 'bsh', but for bash, zsh, fish; did you mean bash?");
    }

    private static boolean isInstalled(String shell) {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(path -> Files.exists(Path.of(path, shell)));
    }
}
