package dev.understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.settings.Setting;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {

    @Test
    void withoutAWordItServes() {
        assertThat(parse("").command()).isInstanceOf(Serve.class);
        assertThat(parse("--port 0").command()).isInstanceOf(Serve.class);
    }

    @Test
    void aFlagTakesTheNextWordOrWhatFollowsTheEqualsSign() {
        CommandLine call = parse("serve --port 0 --egress-allow=a.test,b.test");

        assertThat(call.arguments().options()).isEqualTo(Map.of("--port", "0", "--egress-allow", "a.test,b.test"));
    }

    @Test
    void whatFollowsTheFirstWordOfACommandToRunIsLeftAlone() {
        assertThat(parse("exec --seed 1 npm test --seed 2").arguments())
                .isEqualTo(new Arguments(Map.of("--seed", "1"), List.of("npm", "test", "--seed", "2")));
        assertThat(parse("exec -- --odd -- x").arguments().words()).containsExactly("--odd", "--", "x");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            srve                 | 'srve' is not a command; did you mean serve?; there are serve, exec
            x                    | 'x' is not a command; there are serve, exec
            --prot=1             | '--prot' is not a flag of serve; did you mean --port?
            exec --profil a      | '--profil' is not a flag of exec; did you mean --profile?
            config --initial_status x | '--initial_status' is not a flag of config; did you mean --initial-status?
            --zzzzzz             | '--zzzzzz' is not a flag of serve
            --port               | --port needs a value: 0-65535
            config --yaml=x      | --yaml takes no value
            --port 0 health      | serve does not take 'health'; a command is the first word
            version -- x         | version does not take 'x'
            """)
    void aWordThatMeansNothingIsNamedWithTheOneThatWasMeant(String line, String message) {
        assertThatThrownBy(() -> parse(line)).isInstanceOf(UsageException.class).hasMessageStartingWith(message);
    }

    @Test
    void everyCommandHasHelpThatNamesItsOptions() {
        assertThat(Commands.ALL).allSatisfy(command -> {
            assertThat(Help.overview()).contains("\n  " + command.spec().name() + " ");
            assertThat(Help.of(command.spec()))
                    .contains(command.spec().about())
                    .contains(command.spec().optionNames());
            CommandLine asked = parse(command.spec().name() + " --help");
            assertThat(asked.command()).isInstanceOf(Help.class);
            assertThat(asked.arguments().words()).containsExactly(command.spec().name());
        });
    }

    @Test
    void theHelpNamesEveryFlagAndItsVariable() {
        assertThat(Stream.of(Setting.values()))
                .allSatisfy(setting -> assertThat(Help.overview())
                        .contains("--" + setting.flag() + " ")
                        .contains(setting.variable()));
    }

    private static CommandLine parse(String line) {
        return CommandLine.parse(line.isEmpty() ? List.of() : List.of(line.split(" ")));
    }
}
