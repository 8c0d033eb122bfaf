package dev.understudy.contract.api;

import static dev.understudy.contract.api.ContractAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.contract.target.Pacing;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PollsterTest {
    private static final Pacing HASTY = new Pacing(Duration.ofMillis(1), Duration.ZERO);
    private static final Pacing PATIENT = new Pacing(Duration.ofMinutes(1), Duration.ZERO);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "created completed",
                "created queued created processing completed",
                "queued queued processing failed",
                "completed"
            })
    void any_speed_is_forward(String words) {
        History history = follow(PATIENT, words.split(" "));

        Assertions.assertThat(history.answers()).hasSize(words.split(" ").length);
        assertThatCode(() -> assertThat(history).movedOnlyForward()).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"created processing created completed", "processing queued failed"})
    void back_is_not_forward(String words) {
        History history = follow(PATIENT, words.split(" "));

        assertThatThrownBy(() -> assertThat(history).movedOnlyForward()).isInstanceOf(AssertionError.class);
    }

    @Test
    void polling_ends_at_the_first_terminal_state() {
        Assertions.assertThat(follow(PATIENT, "created", "failed", "processing").answers())
                .hasSize(2);
    }

    @Test
    void a_word_that_no_source_knows_is_a_failure() {
        assertThatThrownBy(() -> follow(PATIENT, "created", "pondering"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("pondering");
    }

    @Test
    void a_prediction_that_does_not_end_is_a_failure() {
        assertThatThrownBy(() -> new Pollster(HASTY).follow(answer(200, "created"), () -> answer(200, "processing")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Not ended after PT0.001S");
    }

    @Test
    void an_error_in_the_middle_is_a_failure() {
        assertThatThrownBy(() -> new Pollster(PATIENT).follow(answer(200, "created"), () -> answer(503, "processing")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("HTTP 503");
    }

    private static History follow(Pacing pacing, String... words) {
        Iterator<Answer> answers =
                Arrays.stream(words).map(word -> answer(200, word)).iterator();
        return new Pollster(pacing).follow(answers.next(), answers::next);
    }

    private static Answer answer(int status, String word) {
        String text = "{\"data\":{\"id\":\"1\",\"status\":\"" + word + "\"}}";
        return new Answer("GET /1", status, Map.of(), text.getBytes(StandardCharsets.UTF_8), text);
    }
}
