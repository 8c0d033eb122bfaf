package dev.understudy.media.render;

/**
 * Where things stand, in cells. All origins and pitches are whole macroblocks where there is room for it, because an
 * edge inside a macroblock costs bytes.
 *
 * @param width of the visible picture
 * @param height of the visible picture
 * @param margin on all sides
 * @param large scale of the title and the timecode
 * @param small scale of the lines
 */
record Layout(int width, int height, int margin, int large, int small) {
    private static final int GRID = Picture.MACROBLOCK;
    private static final int LINE_PITCH = 12;

    static Layout of(int width, int height) {
        int columns = width / Picture.CELL;
        int rows = height / Picture.CELL;
        int shorter = Math.min(columns, rows);
        int margin = shorter < 24 ? 0 : snap(shorter / 18 + GRID / 2);
        return new Layout(columns, rows, margin, Math.max(1, shorter / 90), Math.max(1, shorter / 180));
    }

    int innerWidth() {
        return width - 2 * margin;
    }

    int glyphsInRow(int scale) {
        // The last glyph needs no gap after it.
        return Math.max(1, (innerWidth() + scale) / (Glyph.ADVANCE * scale));
    }

    static int pitch(int scale) {
        return LINE_PITCH * scale;
    }

    /** Height of the timecode and the bar below it; 0 where the frame is too small for them. */
    int footer() {
        return height < 40 ? 0 : pitch(large) + GRID + barHeight();
    }

    int barHeight() {
        return GRID * Math.max(1, large / 2);
    }

    int barTop() {
        return snap(height - margin - barHeight());
    }

    int timecodeTop() {
        return snap(barTop() - pitch(large));
    }

    /** The first row of cells that belongs to the footer. */
    int bodyEnd() {
        return footer() == 0 ? height : timecodeTop() - GRID;
    }

    static int snap(int cells) {
        return cells / GRID * GRID;
    }
}
