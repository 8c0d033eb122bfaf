package dev.understudy.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileFileTest {

    @TempDir
    private Path directory;

    @Test
    void everyProfileThatComesAlongSaysWhatItRestsOn() {
        assertThat(Profile.names()).contains("stable", "unstable", "retired", "sunset");
        for (String name : Profile.names()) {
            Profile profile = Profile.named(name);
            assertThat(profile.name()).isEqualTo(name);
            assertThat(profile.about()).endsWith(".");
            assertThat(profile.rules())
                    .as(name)
                    .allSatisfy(rule -> assertThat(rule.source()).isPresent());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\": \"a\", \"about\": \"b\", \"rules\": [{\"fault\": \"stuk\"}]}"
                        + " | rules[0].fault cannot be 'stuk'; there are rate-limited",
                "{\"name\": \"a\", \"about\": \"b\", \"rules\": [{\"fault\": \"slow\", \"when\": {\"probability\": 2}}]}"
                        + " | rules[0].when.probability must be a number from 0 to 1",
                "{\"name\": \"a\", \"about\": \"b\", \"rulez\": []} | did you mean rules?",
                "{\"name\": \"a\", \"rules\": []} | about is missing",
                "{\"name\": \"a\", \"about\": \"b\"} | rules must be a list of 1 to 1000 rules",
                "{\"name\": | is not valid JSON (line 1)",
            })
    void aFileThatIsNotRightIsNamedWithThePlace(String content, String message) throws IOException {
        Path file = Files.writeString(directory.resolve("mine.json"), content);

        assertThatThrownBy(() -> Profile.named(file.toString()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the profile " + file)
                .hasMessageContaining(message);
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> Profile.named("./nowhere.json"))
                .hasMessage("the profile ./nowhere.json cannot be read: there is no such file");
    }
}
