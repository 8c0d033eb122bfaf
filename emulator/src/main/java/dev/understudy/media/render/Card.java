package dev.understudy.media.render;

import java.util.List;
import java.util.stream.IntStream;

/** Paints what does not move: the title, a rule, the lines, and an emblem where room is left. */
final class Card {
    private static final int TITLE_ROWS = 3;
    private static final int TITLE_LEVEL = Palette.BRIGHTEST;
    private static final int TEXT_LEVEL = 7;
    private static final int RULE_LEVEL = 3;

    private final Layout layout;
    private final Picture picture;
    private int top;

    private Card(Layout layout, Picture picture) {
        this.layout = layout;
        this.picture = picture;
        this.top = layout.margin();
    }

    static Picture paint(Scene scene, Layout layout, Fingerprint fingerprint) {
        Picture picture = Picture.blank(scene.width(), scene.height());
        Card card = new Card(layout, picture);
        card.title(scene.title());
        card.lines(scene.lines());
        Emblem.paint(picture, layout, card.top, fingerprint);
        return picture;
    }

    private void title(String title) {
        int columns = layout.glyphsInRow(layout.large());
        int room = Math.max(1, (layout.bodyEnd() - top) / Layout.pitch(layout.large()));
        Paragraph paragraph = Paragraph.wrap(title, columns).limitedTo(Math.min(TITLE_ROWS, room), columns);
        if (!paragraph.rows().isEmpty()) {
            paragraph(paragraph, layout.large(), TITLE_LEVEL);
            picture.fill(layout.margin(), top, layout.innerWidth(), layout.large(), RULE_LEVEL);
            top += Layout.pitch(layout.small());
        }
    }

    private void lines(List<String> lines) {
        int columns = layout.glyphsInRow(layout.small());
        int gap = Layout.pitch(layout.small()) / 3;
        List<Paragraph> paragraphs =
                lines.stream().map(line -> Paragraph.wrap(line, columns)).toList();
        int room = (layout.bodyEnd() - top - gap * lines.size()) / Layout.pitch(layout.small());
        int cap = cap(paragraphs, room);
        for (Paragraph paragraph : paragraphs) {
            if (top + Layout.pitch(layout.small()) > layout.bodyEnd()) {
                return;
            }
            paragraph(paragraph.limitedTo(cap, columns), layout.small(), TEXT_LEVEL);
            top += gap;
        }
    }

    /** The most rows that each paragraph may have so that all of them fit; at least 1. */
    private static int cap(List<Paragraph> paragraphs, int room) {
        return IntStream.iterate(Math.max(room, 1), cap -> cap > 1, cap -> cap - 1)
                .filter(cap -> paragraphs.stream()
                                .mapToInt(p -> Math.min(p.rows().size(), cap))
                                .sum()
                        <= room)
                .findFirst()
                .orElse(1);
    }

    private void paragraph(Paragraph paragraph, int scale, int level) {
        for (List<Glyph> row : paragraph.rows()) {
            draw(picture, row, layout.margin(), top, scale, level);
            top += Layout.pitch(scale);
        }
    }

    static void draw(Picture picture, List<Glyph> row, int x, int y, int scale, int level) {
        for (int i = 0; i < row.size(); i++) {
            row.get(i).draw(picture, x + i * Glyph.ADVANCE * scale, y, scale, level);
        }
    }
}
