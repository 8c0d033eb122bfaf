package dev.understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.understudy.cli.Program.Ended;
import dev.understudy.settings.Origin;
import dev.understudy.settings.Setting;
import dev.understudy.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ShowConfigTest {

    private static final Path EXAMPLE = Path.of("..", "docs", "understudy.yaml");

    @TempDir
    private Path folder;

    @Test
    void eachSettingIsShownWithWhereItCameFrom() throws Exception {
        Files.writeString(folder.resolve("understudy.yaml"), "# ours\npace: realistic\nlevel: gold\nport: 9000\n");

        Ended ended = Program.with("config", "--port", "9001")
                .in(folder)
                .variable("UNDERSTUDY_LEVEL", "silver")
                .run();

        assertThat(ended.code()).isZero();
        assertThat(ended.output().lines())
                .hasSize(Setting.values().length)
                .contains(
                        "host              127.0.0.1   default",
                        "port              9001        flag --port",
                        "pace              realistic   understudy.yaml, line 2",
                        "level             silver      environment UNDERSTUDY_LEVEL",
                        "catalog           none        default");
    }

    @Test
    void aFileIsNamedByFlagOrVariableAndAWrongOneIsAWrongCall() throws Exception {
        Path ours = Files.writeString(folder.resolve("ours.yaml"), "log: json\nseed: 7\n");
        Path theirs = Files.writeString(folder.resolve("theirs.yaml"), "log: json\nsede: 7\n");

        Ended good = Program.with("config", "--config", ours.toString())
                .variable("UNDERSTUDY_CONFIG", theirs.toString())
                .run();
        JsonNode rows = new ObjectMapper().readTree(good.output()).path("settings");
        assertThat(rows).hasSize(Setting.values().length);
        assertThat(rows)
                .anySatisfy(row -> assertThat(row)
                        .hasToString("{\"setting\":\"seed\",\"value\":\"7\",\"origin\":\"" + ours + ", line 2\"}"));

        Ended wrong = Program.with("config")
                .variable("UNDERSTUDY_CONFIG", theirs.toString())
                .run();
        assertThat(wrong.code()).isEqualTo(64);
        assertThat(wrong.errors().lines())
                .containsExactly(
                        "understudy: " + theirs + ", line 2: 'sede' is not a setting; did you mean seed?",
                        "understudy: try 'understudy help config'");
    }

    @Test
    void aSecretIsNotShown() throws Exception {
        for (String form : new String[] {"--log=text", "--log=json", "--yaml"}) {
            Ended ended = Program.with("config", "--control-token", "open-sesame", form)
                    .run();
            assertThat(ended.code()).isZero();
            assertThat(ended.output()).contains("control-token").doesNotContain("sesame");
        }
    }

    /** {@code understudy config --yaml > docs/understudy.yaml} brings it in step again. */
    @Test
    void theExampleListsEverySettingAtItsDefault() throws IOException {
        assertThat(Files.readString(EXAMPLE)).isEqualTo(SettingsYaml.of(Settings.defaults()));

        Settings read = Settings.of(Map.of(), name -> null, Optional.of(EXAMPLE));
        assertThat(Stream.of(Setting.values())).allSatisfy(setting -> {
            assertThat(read.text(setting)).isEqualTo(setting.byDefault());
            assertThat(read.origin(setting)).isInstanceOf(Origin.File.class);
        });
    }

    @Test
    void whatIsWrittenDownIsReadBackTheSame() throws IOException {
        Settings odd = Settings.defaults()
                .with(Setting.CATALOG, "it's: #1 \\ é.json")
                .with(Setting.PROFILE, "null")
                .with(Setting.SEED, "-3")
                .with(Setting.EGRESS_ALLOW, "a.test,b.test");
        Path file = Files.writeString(folder.resolve("odd.yaml"), SettingsYaml.of(odd));

        Settings read = Settings.of(Map.of(), name -> null, Optional.of(file));
        assertThat(Stream.of(Setting.values()))
                .allSatisfy(setting -> assertThat(read.text(setting)).isEqualTo(odd.text(setting)));
    }
}
