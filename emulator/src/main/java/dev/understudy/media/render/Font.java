package dev.understudy.media.render;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** Turns any text into glyphs. */
final class Font {
    /** More than the largest frame has room for, and little enough to make a huge text harmless. */
    private static final int LONGEST_TEXT = 16_384;

    private static final GlyphFile FILE = new GlyphFile();

    private Font() {}

    static Glyph glyph(int character) {
        return FILE.glyphs.getOrDefault(character, Glyph.BOX);
    }

    static List<Glyph> glyphs(String text) {
        String cut = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        List<Glyph> glyphs = new ArrayList<>();
        // Decomposed, so that one drawing of a mark serves all the letters that can carry it.
        Normalizer.normalize(cut, Normalizer.Form.NFD).codePoints().forEach(point -> add(glyphs, point));
        return glyphs;
    }

    private static void add(List<Glyph> glyphs, int point) {
        if (point <= ' ' && Character.isWhitespace(point) || Character.isSpaceChar(point)) {
            glyphs.add(Glyph.SPACE);
        } else if (FILE.marksAbove.containsKey(point)) {
            replaceLast(glyphs, dotless(last(glyphs)).withMarkAbove(FILE.marksAbove.get(point)));
        } else if (FILE.marksBelow.containsKey(point)) {
            replaceLast(glyphs, last(glyphs).withMarkBelow(FILE.marksBelow.get(point)));
        } else if (!isInvisible(point)) {
            glyphs.add(glyph(point));
        }
    }

    /** Joiners, variation selectors, direction marks and the like have no shape of their own. */
    private static boolean isInvisible(int point) {
        int type = Character.getType(point);
        return type == Character.FORMAT || type == Character.NON_SPACING_MARK;
    }

    private static Glyph dotless(Glyph glyph) {
        return glyph == glyph('i') ? glyph('\u0131') : glyph;
    }

    private static Glyph last(List<Glyph> glyphs) {
        return glyphs.isEmpty() ? Glyph.SPACE : glyphs.get(glyphs.size() - 1);
    }

    private static void replaceLast(List<Glyph> glyphs, Glyph glyph) {
        if (!glyphs.isEmpty()) {
            glyphs.remove(glyphs.size() - 1);
        }
        glyphs.add(glyph);
    }
}
