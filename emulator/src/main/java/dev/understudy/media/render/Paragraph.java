package dev.understudy.media.render;

import java.util.ArrayList;
import java.util.List;

/** A text broken into rows of at most so many glyphs, at blanks, else after strokes, where there are any. */
record Paragraph(List<List<Glyph>> rows) {

    /** @param columns glyphs in a row, at least 1 */
    static Paragraph wrap(String text, int columns) {
        List<Glyph> glyphs = Font.glyphs(text);
        List<List<Glyph>> rows = new ArrayList<>();
        int from = 0;
        while (from < glyphs.size()) {
            int to = end(glyphs, from, columns);
            rows.add(trimmed(glyphs, from, to));
            from = to;
            while (from < glyphs.size() && glyphs.get(from) == Glyph.SPACE) {
                from++;
            }
        }
        return new Paragraph(rows);
    }

    private static int end(List<Glyph> glyphs, int from, int columns) {
        int limit = from + columns;
        if (limit >= glyphs.size()) {
            return glyphs.size();
        }
        for (int blank = limit; blank > from; blank--) {
            if (glyphs.get(blank) == Glyph.SPACE) {
                return blank;
            }
        }
        return endOfPart(glyphs, from, limit);
    }

    /** A word too long for a row is better cut after a stroke, as in the slug of a model, than anywhere. */
    private static int endOfPart(List<Glyph> glyphs, int from, int limit) {
        for (char stroke : new char[] {'/', '-'}) {
            int last = glyphs.subList(from, limit).lastIndexOf(Font.glyph(stroke));
            if (last > (limit - from) / 3) {
                return from + last + 1;
            }
        }
        return limit;
    }

    private static List<Glyph> trimmed(List<Glyph> glyphs, int from, int to) {
        int end = to;
        while (end > from && glyphs.get(end - 1) == Glyph.SPACE) {
            end--;
        }
        return glyphs.subList(from, end);
    }

    /** The first rows, the last of them ending with an ellipsis if there were more. */
    Paragraph limitedTo(int count, int columns) {
        if (rows.size() <= count) {
            return this;
        }
        List<List<Glyph>> kept = new ArrayList<>(rows.subList(0, count));
        if (count > 0) {
            kept.set(count - 1, withEllipsis(kept.get(count - 1), columns));
        }
        return new Paragraph(kept);
    }

    private static List<Glyph> withEllipsis(List<Glyph> row, int columns) {
        List<Glyph> cut = new ArrayList<>(row.subList(0, Math.min(row.size(), columns - 1)));
        cut.add(Font.glyph('\u2026'));
        return cut;
    }
}
