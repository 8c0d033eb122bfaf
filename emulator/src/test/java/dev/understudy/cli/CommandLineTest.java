package dev.understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.settings.Setting;
import dev.understudy.settings.SettingException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {

    @Test
    void withoutAWordItServes() {
        assertThat(CommandLine.parse(List.of()).command()).isEqualTo(CommandLine.Command.SERVE);
    }

    @Test
    void aFlagTakesTheNextWordOrWhatFollowsTheEqualsSign() {
        CommandLine call = CommandLine.parse(List.of("serve", "--port", "0", "--egress-allow=a.test,b.test"));

        assertThat(call.flags()).isEqualTo(Map.of(Setting.PORT, "0", Setting.EGRESS_ALLOW, "a.test,b.test"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            start       | 'start' is not a command; there are serve, health, help, version
            --prot=1    | '--prot' is not a flag
            --port      | --port needs a value: 0-65535
            """)
    void aWordThatMeansNothingIsNamed(String word, String message) {
        assertThatThrownBy(() -> CommandLine.parse(List.of(word)))
                .isInstanceOf(SettingException.class)
                .hasMessage(message);
    }

    @Test
    void theHelpNamesEveryFlagAndItsVariable() {
        assertThat(Stream.of(Setting.values()))
                .allSatisfy(setting -> assertThat(Help.text())
                        .contains("--" + setting.flag() + " ")
                        .contains(setting.variable()));
    }
}
