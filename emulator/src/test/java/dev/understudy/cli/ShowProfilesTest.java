package dev.understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.understudy.cli.Program.Ended;
import dev.understudy.fault.Profile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ShowProfilesTest {

    @Test
    void everyProfileIsListedWithTheSentenceThatEachOfItsRulesRestsOn() throws Exception {
        Ended ended = Program.with("profiles").run();

        assertThat(ended.code()).isZero();
        assertThat(Profile.names()).isNotEmpty().map(Profile::named).allSatisfy(profile -> {
            assertThat(ended.output().lines()).contains(profile.name() + ": " + profile.about());
            assertThat(profile.rules())
                    .allSatisfy(rule -> assertThat(ended.output())
                            .contains("      rests on " + rule.source().orElseThrow()));
        });
        assertThat(ended.output())
                .contains("  server-error; status=503, windows-every PT3M, lasting PT20S, probability 0.5\n");
    }

    @Test
    void oneIsToldInFullAlsoFromAFile(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("mine.json"), """
                {"name": "mine", "about": "Now and then.", "rules": [
                  {"fault": "stuck", "when": {"every": 3}, "makes": "video", "after": 2, "source": "a bad day"},
                  {"fault": "reset", "on": ["poll"]}]}
                """);

        Ended ended = Program.with("profiles", file.toString()).run();

        assertThat(ended.output().lines())
                .containsExactly(
                        "mine: Now and then.",
                        "  stuck, every 3",
                        "      The job never ends.",
                        "      only: makes video",
                        "      only: after 2",
                        "      rests on a bad day",
                        "  reset, always",
                        "      The connection is reset in place of an answer.",
                        "      only: on poll");
    }

    @Test
    void asJsonTheRulesAreThoseOfTheFile() throws Exception {
        JsonNode profiles = new ObjectMapper()
                .readTree(Program.with("profiles", "retired", "--log", "json")
                        .run()
                        .output())
                .path("profiles");

        assertThat(profiles).hasSize(1);
        assertThat(profiles.at("/0/name").asText()).isEqualTo("retired");
        assertThat(profiles.at("/0/rules/0/fault").asText()).isEqualTo("gone");
    }

    @Test
    void oneThatIsNotThereIsAWrongCall() throws Exception {
        Ended ended = Program.with("profiles", "unstabel").run();

        assertThat(ended.code()).isEqualTo(64);
        assertThat(ended.errors().lines().findFirst().orElseThrow())
                .startsWith("understudy: there is no profile 'unstabel'")
                .endsWith("; did you mean unstable?");
    }
}
