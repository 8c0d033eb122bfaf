package dev.understudy.media.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CardTest {
    @Test
    void short_facts_survive_a_long_prompt() {
        String prompt = "a very long prompt ".repeat(500);

        assertThat(painted(List.of(prompt, "made by A"))).isNotEqualTo(painted(List.of(prompt, "made by B")));
    }

    @Test
    void leaves_the_footer_free_however_many_lines_there_are() {
        Layout layout = Layout.of(720, 1280);
        Picture picture = card(Collections.nCopies(10_000, "line"));

        for (int y = layout.bodyEnd(); y < layout.height(); y++) {
            for (int x = 0; x < layout.width(); x++) {
                assertThat(picture.level(x, y)).as("cell %s, %s", x, y).isZero();
            }
        }
    }

    private static String painted(List<String> lines) {
        Picture picture = card(lines);
        StringBuilder out = new StringBuilder();
        for (int y = 0; y < 320; y++) {
            for (int x = 0; x < 180; x++) {
                out.append(picture.level(x, y));
            }
            out.append('\n');
        }
        return out.toString();
    }

    private static Picture card(List<String> lines) {
        Scene scene = new Scene(720, 1280, 1, "title", lines, Map.of());
        return Card.paint(scene, Layout.of(720, 1280), new Fingerprint("", List.of()));
    }
}
