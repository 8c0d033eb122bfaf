package dev.understudy.media.render;

import java.util.Arrays;

/** A grid of 4&times;4-pixel cells, each with a brightness level, padded to whole macroblocks of 4&times;4 cells. */
final class Picture {
    static final int CELL = 4;
    static final int MACROBLOCK = 4;

    private final int columns;
    private final int rows;
    private final byte[] levels;

    private Picture(int columns, int rows, byte[] levels) {
        this.columns = columns;
        this.rows = rows;
        this.levels = levels;
    }

    static Picture blank(int width, int height) {
        int columns = (width + 15) / 16 * MACROBLOCK;
        int rows = (height + 15) / 16 * MACROBLOCK;
        return new Picture(columns, rows, new byte[columns * rows]);
    }

    Picture copy() {
        return new Picture(columns, rows, levels.clone());
    }

    int macroblockColumns() {
        return columns / MACROBLOCK;
    }

    int macroblockRows() {
        return rows / MACROBLOCK;
    }

    int level(int x, int y) {
        return levels[y * columns + x];
    }

    /** Fills a rectangle of cells; what lies outside the picture is left out. */
    void fill(int x, int y, int width, int height, int level) {
        int from = Math.max(x, 0);
        int to = Math.min(x + width, columns);
        for (int row = Math.max(y, 0); row < Math.min(y + height, rows) && from < to; row++) {
            Arrays.fill(levels, row * columns + from, row * columns + to, (byte) level);
        }
    }

    /** Whether all the cells of one row of macroblocks are the same in both pictures. */
    boolean sameMacroblockRow(Picture other, int row) {
        int from = row * MACROBLOCK * columns;
        return Arrays.equals(
                levels, from, from + MACROBLOCK * columns, other.levels, from, from + MACROBLOCK * columns);
    }

    boolean sameMacroblock(Picture other, int column, int row) {
        for (int y = row * MACROBLOCK; y < (row + 1) * MACROBLOCK; y++) {
            int from = y * columns + column * MACROBLOCK;
            if (!Arrays.equals(levels, from, from + MACROBLOCK, other.levels, from, from + MACROBLOCK)) {
                return false;
            }
        }
        return true;
    }
}
