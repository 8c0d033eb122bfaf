package dev.understudy.media.render;

/** A pattern of squares, its left and right halves mirrored, that is different for different texts. */
final class Emblem {
    private static final int SQUARES = 7;
    private static final int SMALLEST = 2 * Picture.MACROBLOCK;

    private Emblem() {}

    static void paint(Picture picture, Layout layout, int textEnd, Fingerprint fingerprint) {
        int room = layout.bodyEnd() - textEnd - 2 * Picture.MACROBLOCK;
        int side = Layout.snap(Math.min(room, layout.innerWidth()) / SQUARES);
        if (side < SMALLEST) {
            return;
        }
        int x = Layout.snap((layout.width() - SQUARES * side) / 2);
        int y = Layout.snap(textEnd + Picture.MACROBLOCK + (room - SQUARES * side) / 2);
        for (int row = 0; row < SQUARES; row++) {
            for (int column = 0; column <= SQUARES / 2; column++) {
                int level = fingerprint.number(4) % 3;
                picture.fill(x + column * side, y + row * side, side, side, level);
                picture.fill(x + (SQUARES - 1 - column) * side, y + row * side, side, side, level);
            }
        }
    }
}
