package dev.understudy.media.render;

import java.util.List;

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
        int pitch = Layout.pitch(layout.small());
        int space = Math.max(0, layout.bodyEnd() - top);
        List<Paragraph> paragraphs = lines.stream()
                .limit(space / pitch)
                .map(line -> Paragraph.wrap(line, columns))
                .toList();
        int gap = paragraphs.size() * (pitch + pitch / 3) <= space ? pitch / 3 : 0;
        int[] rows = share((space - gap * paragraphs.size()) / pitch, paragraphs);
        for (int i = 0; i < rows.length; i++) {
            paragraph(paragraphs.get(i).limitedTo(rows[i], columns), layout.small(), TEXT_LEVEL);
            top += gap;
        }
    }

    /** Deals the rows out one by one, so that the longest paragraphs are the ones that come off short. */
    private static int[] share(int room, List<Paragraph> paragraphs) {
        int[] rows = new int[paragraphs.size()];
        int left = room;
        for (int round = 1; round <= room; round++) {
            for (int i = 0; i < rows.length && left > 0; i++) {
                if (paragraphs.get(i).rows().size() >= round) {
                    rows[i]++;
                    left--;
                }
            }
        }
        return rows;
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
