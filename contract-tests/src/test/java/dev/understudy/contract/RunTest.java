package dev.understudy.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.contract.target.ApiKey;
import dev.understudy.contract.target.Pacing;
import dev.understudy.contract.target.TargetException;
import dev.understudy.contract.target.TargetKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTest {
    private static final CaseDefinition GOOD = sample("sample.passes");
    private static final CaseDefinition UNVERIFIABLE = sample("sample.unverifiable");
    private static final Map<String, String> WITH_KEY = Map.of("WAVESPEED_API_KEY", "some-key");

    @Test
    void an_emulator_runs_everything() {
        Run run = new Run(settings(Map.of(Settings.TARGET, "emulator"), Map.of()));

        assertThat(run.skip(GOOD)).isEmpty();
        assertThat(run.skip(UNVERIFIABLE)).isEmpty();
    }

    @Test
    void the_real_service_is_not_asked_what_it_cannot_be_asked() {
        Run run = new Run(settings(Map.of(Settings.TARGET, "pretend-live"), WITH_KEY));

        assertThat(run.skip(GOOD)).isEmpty();
        assertThat(run.skip(UNVERIFIABLE).flatMap(SkipReason::in)).contains(SkipReason.EMULATOR_ONLY);
    }

    @Test
    void the_real_service_needs_a_key() {
        Run run = new Run(settings(Map.of(Settings.TARGET, "pretend-live"), Map.of()));

        assertThat(run.skip(GOOD).flatMap(SkipReason::in)).contains(SkipReason.NO_CREDENTIALS);
    }

    @Test
    void a_recording_is_needed_to_play_one() {
        Run run = new Run(settings(Map.of(Settings.TARGET, "replay"), Map.of()));

        assertThat(run.skip(GOOD).flatMap(SkipReason::in)).contains(SkipReason.NO_EVIDENCE);
        assertThat(run.skip(UNVERIFIABLE).flatMap(SkipReason::in)).contains(SkipReason.EMULATOR_ONLY);
    }

    @Test
    void a_key_may_be_kept_in_a_file(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("key"), "  from-a-file\n");

        ApiKey key = ApiKey.from(Map.of("WAVESPEED_API_KEY_FILE", file.toString()), TargetKind.LIVE)
                .orElseThrow();

        assertThat(key.authorization()).isEqualTo("Bearer from-a-file");
        assertThatThrownBy(() -> ApiKey.from(Map.of("WAVESPEED_API_KEY_FILE", "ck_live_itself"), TargetKind.LIVE))
                .isInstanceOf(TargetException.class)
                .hasMessageNotContaining("ck_live_itself");
    }

    @Test
    void only_the_words_of_the_kit_are_reasons() {
        assertThat(SkipReason.in("BUDGET: nothing left")).contains(SkipReason.BUDGET);
        assertThat(SkipReason.in("flaky on Tuesdays")).isEmpty();
    }

    @Test
    void the_environment_stands_in_for_a_parameter() {
        Settings settings = settings(Map.of(), Map.of("CONTRACT_TARGET", "emulator", "CONTRACT_MAX_WAIT", "7s"));

        assertThat(settings.target()).contains("emulator");
        assertThat(settings.pacing(Pacing.REMOTE))
                .isEqualTo(new Pacing(Duration.ofSeconds(7), Pacing.REMOTE.pollInterval()));
    }

    @Test
    void a_mistyped_duration_is_named() {
        Settings settings = settings(Map.of(Settings.MAX_WAIT, "soon"), Map.of());

        assertThatThrownBy(() -> settings.pacing(Pacing.REMOTE))
                .isInstanceOf(TargetException.class)
                .hasMessageContaining("soon");
    }

    @Test
    void a_key_shows_itself_to_nobody() {
        ApiKey key = ApiKey.from(WITH_KEY, TargetKind.LIVE).orElseThrow();

        assertThat(key).hasToString("<the key>");
        assertThat(key.redact("wrong key: some-key!")).isEqualTo("wrong key: <the key>!");
        assertThatThrownBy(() -> ApiKey.from(Map.of("CONTRACT_API_KEY", "two words"), TargetKind.EMULATOR))
                .hasMessageNotContaining("two words")
                .isInstanceOf(TargetException.class);
    }

    @Test
    void a_key_among_the_properties_is_refused_by_name_and_not_repeated() {
        for (String name : List.of("CONTRACT_API_KEY", "contract.api-key", "wavespeed.apiKey", "contract.key")) {
            assertThatThrownBy(() -> ApiKey.refuseIn(List.of("user.dir", name)))
                    .isInstanceOf(TargetException.class)
                    .hasMessageContainingAll(name, "CONTRACT_API_KEY_FILE");
        }
        assertThatCode(() -> ApiKey.refuseIn(System.getProperties().stringPropertyNames()))
                .doesNotThrowAnyException();
    }

    @Test
    void the_real_services_key_goes_to_the_real_service_alone() {
        assertThat(ApiKey.from(WITH_KEY, TargetKind.LIVE)).isPresent();
        assertThat(ApiKey.from(WITH_KEY, TargetKind.EMULATOR)).isEmpty();
    }

    private static Settings settings(Map<String, String> parameters, Map<String, String> environment) {
        return new Settings(name -> Optional.ofNullable(parameters.get(name)), environment);
    }

    private static CaseDefinition sample(String id) {
        return Arrays.stream(SampleCases.Good.class.getDeclaredMethods())
                .flatMap(method -> CaseDefinition.of(method).stream())
                .filter(definition -> definition.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
