package dev.understudy.media.render;

import java.util.Locale;

/** Paints what moves: a timecode in tenths of a second and a bar that is full with the last frame. */
final class Clock {
    private static final int TRACK_LEVEL = 1;
    private static final int BAR_LEVEL = 6;
    private static final int TIME_LEVEL = Palette.BRIGHTEST;
    private static final int TOTAL_LEVEL = 4;

    private final Layout layout;
    private final Reel reel;
    private final Picture card;

    Clock(Layout layout, Reel reel, Picture card) {
        this.layout = layout;
        this.reel = reel;
        this.card = card;
    }

    /** What a frame shows; frames with equal faces look the same. */
    record Face(int tenths, int barLength) {}

    Face face(int frame) {
        if (layout.footer() == 0) {
            return new Face(0, 0);
        }
        int barLength = (int) ((frame + 1L) * layout.innerWidth() / reel.frames());
        return new Face(frame * 10 / reel.framesPerSecond(), barLength);
    }

    Picture paint(Face face) {
        if (layout.footer() == 0) {
            return card;
        }
        Picture picture = card.copy();
        int x = layout.margin();
        String time = String.format(
                Locale.ROOT, "%02d:%02d.%d", face.tenths() / 600, face.tenths() / 10 % 60, face.tenths() % 10);
        text(picture, time, x, layout.timecodeTop(), layout.large(), TIME_LEVEL);
        total(picture, x + textWidth(time, layout.large()));
        picture.fill(x, layout.barTop(), layout.innerWidth(), layout.barHeight(), TRACK_LEVEL);
        picture.fill(x, layout.barTop(), face.barLength(), layout.barHeight(), BAR_LEVEL);
        return picture;
    }

    /** Paints the whole length at the right, on the base line of the timecode, if it does not run into it. */
    private void total(Picture picture, int free) {
        String total = total(reel.milliseconds());
        int scale = layout.small();
        int x = layout.width() - layout.margin() - textWidth(total, scale) + scale;
        int y = layout.timecodeTop() + Glyph.BASE_LINE * (layout.large() - scale);
        if (x >= free) {
            text(picture, total, x, y, scale, TOTAL_LEVEL);
        }
    }

    private static String total(int milliseconds) {
        int seconds = milliseconds / 1000;
        String whole = String.format(Locale.ROOT, "/ %02d:%02d", seconds / 60, seconds % 60);
        return milliseconds % 1000 == 0 ? whole : String.format(Locale.ROOT, "%s.%03d", whole, milliseconds % 1000);
    }

    private static int textWidth(String text, int scale) {
        return text.length() * Glyph.ADVANCE * scale;
    }

    private static void text(Picture picture, String text, int x, int y, int scale, int level) {
        Card.draw(picture, Font.glyphs(text), x, y, scale, level);
    }
}
