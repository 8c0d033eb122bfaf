package dev.understudy.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class KeptValuesTest {

    private static final Map<String, Object> GIVEN = new LinkedHashMap<>();

    static {
        GIVEN.put("prompt", "A figure walks");
        GIVEN.put("duration", 4);
        GIVEN.put("image", null);
    }

    @Test
    void itHasWhatWasGivenInItsOrder() {
        KeptValues kept = new KeptValues(GIVEN, value -> value);

        assertThat(kept).isEqualTo(GIVEN).hasSameHashCodeAs(GIVEN).hasSize(3);
        assertThat(kept.keySet()).containsExactly("prompt", "duration", "image");
        assertThat(kept.get("duration")).isEqualTo(4);
        assertThat(kept.containsKey("image")).isTrue();
        assertThat(kept.get("size")).isNull();
        assertThat(kept.containsKey("size")).isFalse();
    }

    @Test
    void itKeepsOfAValueWhatItIsTold() {
        assertThat(new KeptValues(GIVEN, value -> "kept")).containsEntry("duration", "kept");
    }

    @Test
    void itCannotBeChangedAndComesToAnEnd() {
        KeptValues kept = new KeptValues(Map.of(), value -> value);

        assertThat(kept).isEmpty();
        assertThatThrownBy(() -> kept.put("a", 1)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> kept.entrySet().iterator().next()).isInstanceOf(NoSuchElementException.class);
    }
}
