package dev.understudy.media.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FontTest {
    @Test
    void draws_all_of_printable_ascii() {
        for (char c = '!'; c <= '~'; c++) {
            assertThat(Font.glyph(c)).as("glyph of %s", c).isNotSameAs(Glyph.BOX);
        }
    }

    @Test
    void shows_a_box_for_each_character_that_is_not_drawn() {
        assertThat(Font.glyphs("\u65E5\uD83C\uDFAC\u0007\uD800"))
                .containsExactly(Glyph.BOX, Glyph.BOX, Glyph.BOX, Glyph.BOX);
    }

    @Test
    void takes_any_white_space_for_a_blank_and_shows_nothing_for_what_has_no_shape() {
        assertThat(Font.glyphs("\t\n\u00A0\u2003")).containsOnly(Glyph.SPACE).hasSize(4);
        assertThat(Font.glyphs("a\u200D\uFE0F\u202Eb")).containsExactly(Font.glyph('a'), Font.glyph('b'));
    }

    @Test
    void puts_marks_on_letters_whether_composed_or_not() {
        assertThat(drawn("\u00E9")).isEqualTo(drawn("e\u0301")).isNotEqualTo(drawn("e"));
        assertThat(Font.glyphs("\u00C5\u0163")).hasSize(2).doesNotContain(Glyph.BOX);
        assertThat(drawn("\u0301")).isNotEqualTo(drawn(" "));
    }

    private static String drawn(String text) {
        Picture picture = Picture.blank(32, 64);
        Card.draw(picture, Font.glyphs(text), 0, 0, 1, 1);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < Glyph.HEIGHT * Glyph.WIDTH; i++) {
            out.append(picture.level(i % Glyph.WIDTH, i / Glyph.WIDTH));
        }
        return out.toString();
    }
}
