package dev.understudy.media.render;

import java.util.function.BiConsumer;

/** The painted frames of a scene, and the colours they are painted in. */
final class Storyboard {
    private final Scene scene;
    private final Palette palette;
    private final Clock clock;

    Storyboard(Scene scene) {
        Fingerprint fingerprint = new Fingerprint(scene.title(), scene.lines());
        Layout layout = Layout.of(scene.width(), scene.height());
        this.scene = scene;
        this.palette = Palette.of(fingerprint);
        this.clock = new Clock(layout, scene.reel(), Card.paint(scene, layout, fingerprint));
    }

    Palette palette() {
        return palette;
    }

    Picture frame(int number) {
        return clock.paint(clock.face(number));
    }

    /** Visits all frames in order; a frame that looks like the one before is the same object. */
    void forEachFrame(BiConsumer<Integer, Picture> visitor) {
        Clock.Face shown = clock.face(0);
        Picture picture = clock.paint(shown);
        for (int frame = 0; frame < scene.reel().frames(); frame++) {
            Clock.Face face = clock.face(frame);
            if (!face.equals(shown)) {
                picture = clock.paint(face);
                shown = face;
            }
            visitor.accept(frame, picture);
        }
    }
}
