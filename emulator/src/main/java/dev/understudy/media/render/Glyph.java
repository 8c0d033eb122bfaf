package dev.understudy.media.render;

import java.util.Arrays;

/** One drawn character: eleven rows of five cells, of which two are for marks above and two go below the base line. */
final class Glyph {
    static final int WIDTH = 5;
    static final int HEIGHT = 11;
    static final int ADVANCE = WIDTH + 1;

    /** Rows left free for marks above a capital. */
    static final int CAPITAL_TOP = 2;

    static final int BASE_LINE = 9;
    static final int MARK_HEIGHT = 2;

    static final Glyph SPACE = new Glyph(new int[HEIGHT]);

    private static final int FULL = (1 << WIDTH) - 1;
    private static final int SIDES = 1 << WIDTH - 1 | 1;

    /** Stands for any character that is not drawn. */
    static final Glyph BOX = new Glyph(new int[] {0, 0, FULL, SIDES, SIDES, SIDES, SIDES, SIDES, FULL, 0, 0});

    /** Bit 4 is the leftmost cell. */
    private final int[] rows;

    Glyph(int[] rows) {
        this.rows = rows;
    }

    Glyph withMarkAbove(int[] mark) {
        int top = 0;
        while (top < BASE_LINE && rows[top] == 0) {
            top++;
        }
        // A blank row below the mark where there is room: not above capitals.
        return with(mark, Math.max(0, top - MARK_HEIGHT - 1));
    }

    Glyph withMarkBelow(int[] mark) {
        return with(mark, BASE_LINE);
    }

    private Glyph with(int[] mark, int from) {
        int[] combined = Arrays.copyOf(rows, HEIGHT);
        for (int i = 0; i < mark.length; i++) {
            combined[from + i] |= mark[i];
        }
        return new Glyph(combined);
    }

    /** Draws the glyph with each of its cells {@code scale} picture cells large. */
    void draw(Picture picture, int x, int y, int scale, int level) {
        for (int row = 0; row < HEIGHT; row++) {
            for (int column = 0; column < WIDTH; column++) {
                if ((rows[row] >> WIDTH - 1 - column & 1) == 1) {
                    picture.fill(x + column * scale, y + row * scale, scale, scale, level);
                }
            }
        }
    }
}
