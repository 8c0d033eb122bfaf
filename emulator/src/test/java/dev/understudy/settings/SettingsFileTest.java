package dev.understudy.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsFileTest {

    @TempDir
    private Path folder;

    @Test
    void aFileWinsOverTheDefaultAndAllElseOverTheFile() throws IOException {
        Path file = file("port: 9000\npace: realistic   # slow\nlevel: gold\nseed: 007\nprofile: \"unstable\"\n");
        Map<String, String> environment = Map.of("UNDERSTUDY_PACE", "fast", "UNDERSTUDY_LEVEL", " ");

        Settings settings = Settings.of(Map.of(Setting.PORT, "9001"), environment::get, Optional.of(file));

        assertThat(settings.port()).isEqualTo(9001);
        assertThat(settings.origin(Setting.PORT)).isEqualTo(new Origin.Flag("--port"));
        assertThat(settings.pace()).isEqualTo(Pace.FAST);
        assertThat(settings.origin(Setting.PACE)).isEqualTo(new Origin.Environment("UNDERSTUDY_PACE"));
        assertThat(settings.level()).isEqualTo(AccountLevel.GOLD);
        assertThat(settings.origin(Setting.LEVEL)).isEqualTo(new Origin.File(file.toString(), 3));
        assertThat(settings.text(Setting.SEED)).isEqualTo("007");
        assertThat(settings.profile()).isEqualTo("unstable");
        assertThat(settings.origin(Setting.HOST)).isEqualTo(new Origin.Default());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''
            '# nothing'
            '--- {}'
            """)
    void aFileWithNothingInItGivesNothing(String text) throws IOException {
        assertThat(read(text).port()).isEqualTo(8080);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a: 1                       | line 1: 'a' is not a setting
            '\n\nprot: 1'              | line 3: 'prot' is not a setting; did you mean port?
            initial_status: created    | line 1: 'initial_status' is not a setting; did you mean initial-status?
            '# x\npace: quick'         | line 2: --pace (UNDERSTUDY_PACE): 'quick' is not one of fast, realistic
            level: silvr               | line 1: --level (UNDERSTUDY_LEVEL): 'silvr' is not one of unlimited, bronze, silver, gold, ultra; did you mean silver?
            egress-allow: [a, b]       | line 1: 'egress-allow' takes one value: HOST,HOST…
            pace: {fast: 1}            | line 1: 'pace' takes one value: fast|realistic
            'port: 1\nport: 2'         | line 2: 'port' is there twice
            'catalog:'                 | line 1: 'catalog' has no value; "" is the empty one
            '- port'                   | line 1: a settings file has lines such as 'port: 8080'
            '? [port]\n: 1'            | line 1: '' is not a setting
            'port: a: b'               | line 1: mapping values are not allowed here
            'port: "1'                 | line 1: found unexpected end of stream
            'port: *nothing'           | line 1: found undefined alias nothing
            """)
    void whatCannotBeUsedIsNamedWithItsLine(String text, String message) {
        assertThatThrownBy(() -> read(text.replace("\\n", "\n")))
                .isInstanceOf(SettingException.class)
                .hasMessageStartingWith(folder.resolve("understudy.yaml") + ", " + message);
    }

    @Test
    void aTagThatTheLibraryCannotReadIsARefusalLikeAllOthers() {
        assertThatThrownBy(() -> read("!51%a"))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("understudy.yaml is no YAML: ");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path nowhere = folder.resolve("nowhere.yaml");
        assertThatThrownBy(() -> Settings.of(Map.of(), name -> null, Optional.of(nowhere)))
                .isInstanceOf(SettingException.class)
                .hasMessage("there is no file " + nowhere);
    }

    private Settings read(String text) throws IOException {
        return Settings.of(Map.of(), name -> null, Optional.of(file(text)));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("understudy.yaml"), text);
    }
}
