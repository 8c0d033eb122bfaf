package dev.understudy.media.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParagraphTest {
    @ParameterizedTest
    @CsvSource({
        "one two three, 7, one two|three",
        "one two three, 8, one two|three",
        "one two three, 3, one|two|thr|ee",
        "one   two, 4, one|two",
        "exactly, 7, exactly",
        "openai/sora-2/text-to-video, 13, openai/|sora-2/|text-to-video",
        "wavelengths-apart, 13, wavelengths-|apart",
        "a, 1, a",
        "'', 5, ''"
    })
    void breaks_at_blanks_and_long_words_after_strokes(String text, int columns, String rows) {
        List<List<Glyph>> expected = rows.isEmpty()
                ? List.of()
                : List.of(rows.split("\\|")).stream().map(Font::glyphs).toList();

        assertThat(Paragraph.wrap(text, columns).rows()).isEqualTo(expected);
    }

    @Test
    void ends_with_an_ellipsis_where_it_is_cut() {
        Paragraph cut = Paragraph.wrap("one two three four", 4).limitedTo(2, 4);

        assertThat(cut.rows()).containsExactly(Font.glyphs("one"), Font.glyphs("two\u2026"));
        assertThat(Paragraph.wrap("full rows", 4).limitedTo(1, 4).rows()).containsExactly(Font.glyphs("ful\u2026"));
    }

    @Test
    void stays_whole_where_there_is_room() {
        Paragraph paragraph = Paragraph.wrap("one two", 4);

        assertThat(paragraph.limitedTo(2, 4)).isSameAs(paragraph);
    }
}
