package dev.understudy.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.time.ClockMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    /** Changing a default has to show up in a review. */
    @Test
    void theDefaultsAreThese() {
        Settings settings = Settings.defaults();

        assertThat(settings.host()).isEqualTo("127.0.0.1");
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.pace()).isEqualTo(Pace.FAST);
        assertThat(settings.progression()).isEqualTo(Progression.time());
        assertThat(settings.polls()).isEqualTo(new Progression.Polls(1, 1));
        assertThat(settings.clock()).isEqualTo(ClockMode.real());
        assertThat(settings.now()).isEmpty();
        assertThat(settings.seed()).isEmpty();
        assertThat(settings.level()).isEqualTo(AccountLevel.UNLIMITED);
        assertThat(settings.balance()).isEqualByComparingTo("1000000");
        assertThat(settings.profile()).isEqualTo("stable");
        assertThat(settings.catalog()).isEmpty();
        assertThat(settings.egress()).isEqualTo(Egress.PRIVATE);
        assertThat(settings.egressAllow()).isEmpty();
        assertThat(settings.longClip()).isEqualTo(LongClip.REJECT);
        assertThat(settings.clipSize()).isEqualTo(ClipSize.WARN);
        assertThat(settings.initialStatus()).isEqualTo(InitialStatus.QUEUED);
        assertThat(settings.openAiVideos()).isEqualTo(OpenAiVideos.GUIDE);
        assertThat(settings.soraguide()).isEqualTo(SoraGuideRules.GUIDE);
        assertThat(settings.eachlabsAnswers()).isEqualTo(EachlabsAnswers.PRODUCTION);
        assertThat(settings.maxBody()).isEqualTo(33_554_432);
        assertThat(settings.maxUpload()).isEqualTo(314_572_800);
        assertThat(settings.tls()).isEmpty();
        assertThat(settings.http2()).isEqualTo(Http2.TLS);
        assertThat(settings.maxConnections()).isEqualTo(4_096);
        assertThat(settings.requestTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.fetchTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.webhookTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.syncTimeout()).isEqualTo(Duration.ofSeconds(90));
        assertThat(settings.journalEntries()).isEqualTo(1_000);
        assertThat(settings.journalBytes()).isEqualTo(4_194_304);
        assertThat(settings.controlToken()).isEmpty();
        assertThat(settings.log()).isEqualTo(LogFormat.TEXT);
    }

    @Test
    void aFlagWinsOverAVariableAndAVariableOverTheDefault() {
        Map<String, String> environment = Map.of("UNDERSTUDY_PORT", "9000", "UNDERSTUDY_PACE", "realistic");

        Settings settings = Settings.of(Map.of(Setting.PORT, "9001"), environment::get, Optional.empty());
        assertThat(settings.port()).isEqualTo(9001);
        assertThat(settings.pace()).isEqualTo(Pace.REALISTIC);
        assertThat(settings.level()).isEqualTo(AccountLevel.UNLIMITED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PORT          | 70000  | --port (UNDERSTUDY_PORT): '70000' is not a number (0-65535)
            PORT          | http   | --port (UNDERSTUDY_PORT): 'http' is not a number (0-65535)
            PACE          | quick  | --pace (UNDERSTUDY_PACE): 'quick' is not one of fast, realistic
            PROGRESSION   | step   | --progression (UNDERSTUDY_PROGRESSION): 'step' is not one of time, immediate, polls, manual
            POLLS         | 1      | --polls (UNDERSTUDY_POLLS): '1' is not two numbers from 0 to 10000 such as 1,2
            POLLS         | 1,10001 | --polls (UNDERSTUDY_POLLS): '1,10001' is not two numbers from 0 to 10000 such as 1,2
            CLOCK         | fast   | --clock (UNDERSTUDY_CLOCK): 'fast' is not one of real, scaled, frozen
            CLOCK_SCALE   | 0      | --clock-scale (UNDERSTUDY_CLOCK_SCALE): '0' is not a number from 0.001 to 100000
            CLOCK_SCALE   | NaN    | --clock-scale (UNDERSTUDY_CLOCK_SCALE): 'NaN' is not a number from 0.001 to 100000
            NOW           | today  | --now (UNDERSTUDY_NOW): 'today' is not a time from 1970 to 9999 such as 2026-03-01T00:00:00Z
            NOW           | 1969-12-31T23:59:59Z | --now (UNDERSTUDY_NOW): '1969-12-31T23:59:59Z' is not a time from 1970 to 9999 such as 2026-03-01T00:00:00Z
            SEED          | abc    | --seed (UNDERSTUDY_SEED): 'abc' is not a number (NUMBER)
            BALANCE       | 1e3    | --balance (UNDERSTUDY_BALANCE): '1e3' is not an amount such as 1000 or 0.40
            BALANCE       | -1     | --balance (UNDERSTUDY_BALANCE): '-1' is not an amount such as 1000 or 0.40
            MAX_BODY      | 1gb    | --max-body (UNDERSTUDY_MAX_BODY): '1gb' is not a number of bytes such as 65536, 512k or 32m
            FETCH_TIMEOUT | 1h     | --fetch-timeout (UNDERSTUDY_FETCH_TIMEOUT): '1h' is not a time such as 10s or 500ms
            """)
    void aValueThatCannotBeUsedIsNamedWithWhatCan(Setting setting, String value, String message) {
        assertThatThrownBy(() -> Settings.defaults().with(setting, value))
                .isInstanceOf(SettingException.class)
                .hasMessage(message);
    }

    @Test
    void aProgressionByPollsAndAScaledClockTakeTheirNumbersFromTheirOwnSettings() {
        Settings settings = Settings.defaults()
                .with(Setting.PROGRESSION, "polls")
                .with(Setting.POLLS, "0,3")
                .with(Setting.CLOCK, "scaled")
                .with(Setting.CLOCK_SCALE, "2.5")
                .with(Setting.NOW, "2026-03-01T00:00:00Z");

        assertThat(settings.progression()).isEqualTo(Progression.polls(0, 3));
        assertThat(settings.clock()).isEqualTo(ClockMode.scaled(2.5));
        assertThat(settings.now()).contains(Instant.parse("2026-03-01T00:00:00Z"));
        assertThat(Settings.defaults().with(Setting.CLOCK, "scaled").clock()).isEqualTo(ClockMode.scaled(60));
    }

    /** {@code docs/settings.md} is made from the table of settings; the failure message shows what it should hold. */
    @Test
    void theDocumentListsEverySettingAsTheTableHasIt() throws IOException {
        assertThat(Files.readString(Path.of("..", "docs", "settings.md"))).isEqualTo(document());
    }

    private static String document() {
        return Stream.of(Setting.values())
                .map(setting -> "| `--%s` | `%s` | `%s` | %s | %s |"
                        .formatted(
                                setting.flag(),
                                setting.variable(),
                                setting.form().replace("|", "\\|"),
                                setting.byDefault().isEmpty() ? "none" : "`" + setting.byDefault() + "`",
                                setting.about()))
                .collect(Collectors.joining("\n", """
                        # Settings

                        Every setting is a flag, an environment variable and a line of a YAML file; the first that is given wins ([command-line.md](command-line.md#settings)).
                        A test keeps this table equal to the one in the code.

                        | flag | variable | values | default | what it does |
                        |---|---|---|---|---|
                        """, "\n"));
    }
}
