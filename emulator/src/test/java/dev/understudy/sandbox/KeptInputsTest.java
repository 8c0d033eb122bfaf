package dev.understudy.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeptInputsTest {

    private final KeptInputs inputs = new KeptInputs();

    @Test
    void whoeverSendsTheSameAgainSharesIt() {
        Map<String, Object> first = inputs.keep(input("name", "Ada", "seed", 1));

        assertThat(inputs.keep(input("name", "Ada", "seed", 1))).isSameAs(first);
        assertThat(inputs.keep(input("name", "Ada", "seed", 2))).isEqualTo(input("name", "Ada", "seed", 2));
    }

    @Test
    void whatIsWrittenDifferentlyStaysAsItWasSent() {
        inputs.keep(input("name", "Ada", "seed", 1));
        inputs.keep(input("tags", List.of(input("a", 1, "b", 2))));

        assertThat(inputs.keep(input("seed", 1, "name", "Ada")).keySet()).containsExactly("seed", "name");
        assertThat(inputs.keep(input("tags", List.of(input("b", 2, "a", 1))))).hasToString("{tags=[{b=2, a=1}]}");
        assertThat(inputs.keep(input("name", "Ada", "seed", 1.0))).hasToString("{name=Ada, seed=1.0}");
    }

    @Test
    void manyInputsByTurnsAreAllAsTheyWereSent() {
        for (int turn = 0; turn < 3; turn++) {
            for (int i = 0; i < 100; i++) {
                assertThat(inputs.keep(input("name", "Ada " + i))).containsExactly(Map.entry("name", "Ada " + i));
            }
        }
    }

    @Test
    void longTextsAreCutShort() {
        assertThat((String) inputs.keep(input("prompt", "x".repeat(4_001))).get("prompt"))
                .isEqualTo("x".repeat(200) + "… (4001 characters)");
    }

    private static Map<String, Object> input(Object... pairs) {
        Map<String, Object> input = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            input.put((String) pairs[i], pairs[i + 1]);
        }
        return input;
    }
}
