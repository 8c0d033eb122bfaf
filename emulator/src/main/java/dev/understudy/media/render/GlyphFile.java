package dev.understudy.media.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the drawings in {@code glyphs.txt}, which explains its own form. */
final class GlyphFile {
    private static final int INDENT = 2;
    private static final int DRAWN_ROWS = 9;

    final Map<Integer, Glyph> glyphs = new HashMap<>();
    final Map<Integer, int[]> marksAbove = new HashMap<>();
    final Map<Integer, int[]> marksBelow = new HashMap<>();

    GlyphFile() {
        List<String> lines = read().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("= ")) {
                band(lines.subList(i, i + 1 + DRAWN_ROWS));
            } else if (line.startsWith("above ")) {
                mark(line, marksAbove);
            } else if (line.startsWith("below ")) {
                mark(line, marksBelow);
            }
        }
    }

    private static String read() {
        try (InputStream in = GlyphFile.class.getResourceAsStream("glyphs.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("glyphs.txt cannot be read", e);
        }
    }

    private void band(List<String> lines) {
        String names = lines.get(0);
        for (int at = INDENT; at < names.length(); at += Glyph.ADVANCE) {
            int[] rows = new int[Glyph.HEIGHT];
            for (int row = 0; row < DRAWN_ROWS; row++) {
                rows[Glyph.CAPITAL_TOP + row] = cells(lines.get(1 + row).substring(at, at + Glyph.WIDTH));
            }
            glyphs.put((int) names.charAt(at), new Glyph(rows));
        }
    }

    private static void mark(String line, Map<Integer, int[]> marks) {
        String[] words = line.split(" ");
        marks.put(Integer.parseInt(words[1], 16), new int[] {cells(words[2]), cells(words[3])});
    }

    private static int cells(String drawn) {
        return Integer.parseInt(drawn.replace('.', '0').replace('#', '1'), 2);
    }
}
