package dev.understudy.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GateTest {

    private final Gate gate = new Gate(2);
    private final List<String> inside = new ArrayList<>();

    @Test
    void asManyEnterAsThereArePlacesAndTheOthersInTheirOrder() {
        for (String name : List.of("a", "b", "c", "d")) {
            gate.enter(() -> inside.add(name));
        }
        assertThat(inside).containsExactly("a", "b");

        gate.leave();
        assertThat(inside).containsExactly("a", "b", "c");
        gate.leave();
        gate.leave();
        gate.leave();
        gate.enter(() -> inside.add("e"));
        gate.enter(() -> inside.add("f"));
        gate.enter(() -> inside.add("g"));
        assertThat(inside).containsExactly("a", "b", "c", "d", "e", "f");
    }
}
