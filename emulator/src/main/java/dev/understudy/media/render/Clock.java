package dev.understudy.media.render;

import java.util.List;

/** Paints what moves: a timecode in tenths of a second and a bar that is full with the last frame. */
final class Clock {
    private static final int TRACK_LEVEL = 1;
    private static final int BAR_LEVEL = 6;
    private static final int TIME_LEVEL = Palette.BRIGHTEST;
    private static final int TOTAL_LEVEL = 4;

    private final Layout layout;
    private final int seconds;
    private final Picture card;

    Clock(Layout layout, int seconds, Picture card) {
        this.layout = layout;
        this.seconds = seconds;
        this.card = card;
    }

    /** What a frame shows; frames with equal faces look the same. */
    record Face(int tenths, int barLength) {}

    Face face(int frame) {
        if (layout.footer() == 0) {
            return new Face(0, 0);
        }
        int frames = seconds * Film.FRAMES_PER_SECOND;
        return new Face(frame * 10 / Film.FRAMES_PER_SECOND, (int) ((frame + 1L) * layout.innerWidth() / frames));
    }

    Picture paint(Face face) {
        if (layout.footer() == 0) {
            return card;
        }
        Picture picture = card.copy();
        String time = "%02d:%02d.%d".formatted(face.tenths() / 600, face.tenths() / 10 % 60, face.tenths() % 10);
        String total = " / %02d:%02d".formatted(seconds / 60, seconds % 60);
        int x = layout.margin();
        text(picture, time, x, TIME_LEVEL);
        text(picture, total, x + time.length() * Glyph.ADVANCE * layout.large(), TOTAL_LEVEL);
        picture.fill(x, layout.barTop(), layout.innerWidth(), layout.barHeight(), TRACK_LEVEL);
        picture.fill(x, layout.barTop(), face.barLength(), layout.barHeight(), BAR_LEVEL);
        return picture;
    }

    private void text(Picture picture, String text, int x, int level) {
        List<Glyph> glyphs = Font.glyphs(text);
        int fitting = Math.min(glyphs.size(), (layout.width() - x) / (Glyph.ADVANCE * layout.large()));
        Card.draw(picture, glyphs.subList(0, Math.max(0, fitting)), x, layout.timecodeTop(), layout.large(), level);
    }
}
