package dev.understudy.media.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SceneTest {
    @ParameterizedTest
    @CsvSource({
        "15,16,1,width", "14,16,1,width", "4098,16,1,width", "721,16,1,width",
        "16,0,1,height", "16,-2,1,height", "16,17,1,height", "16,4098,1,height",
        "16,16,0,seconds", "16,16,121,seconds", "16,16,-4,seconds"
    })
    void refuses_what_is_out_of_range(int width, int height, int seconds, String named) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Scene(width, height, seconds, "", List.of(), Map.of()))
                .withMessageStartingWith(named + " must be");
    }

    @ParameterizedTest
    @CsvSource({"0,30,seconds", "-1,30,seconds", "120001,30,seconds", "1,0,frames a second", "1,61,frames a second"})
    void refuses_a_reel_that_is_out_of_range(int milliseconds, int rate, String named) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Reel(milliseconds, rate, true))
                .withMessageStartingWith(named + " must be");
    }

    @Test
    void refuses_missing_texts_and_tags() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Scene(16, 16, 1, null, List.of(), Map.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Scene(16, 16, 1, "", null, Map.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Scene(16, 16, 1, "", List.of(), null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Scene(16, 16, 1, "", Arrays.asList("a", null), Map.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Scene(16, 16, 1, "", List.of(), Map.of(" ", "value")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Scene(16, 16, 1, "", List.of(), Collections.singletonMap("name", null)));
    }

    @Test
    void keeps_its_own_copy_with_the_tags_sorted() {
        String[] lines = {"before"};
        Scene scene = new Scene(16, 16, 1, "", Arrays.asList(lines), Map.of("b", "2", "a", "1", "c", "3"));
        lines[0] = "after";

        assertThat(scene.lines()).containsExactly("before");
        assertThat(scene.metadata().keySet()).containsExactly("a", "b", "c");
    }
}
