package dev.understudy.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

    private static final List<String> WORDS = List.of("real", "scaled", "frozen", "control-token", "fast");

    @ParameterizedTest
    @CsvSource({
        "sclaed, scaled",
        "FROZEN, frozen",
        "frzn, frozen",
        "reel, real",
        "rela, real",
        "contol-tokn, control-token",
        "control_token, control-token",
        "past, fast"
    })
    void aSlipOfThePenIsUnderstood(String sent, String meant) {
        assertThat(Nearest.to(sent, WORDS)).hasValue(meant);
    }

    @ParameterizedTest
    @CsvSource({"''", "x", "rl", "fro", "manual", "a-word-that-is-far-longer-than-any-of-them"})
    void nothingIsSuggestedForAnythingElse(String sent) {
        assertThat(Nearest.to(sent, WORDS)).isEmpty();
    }
}
