package dev.understudy.media.render;

import java.util.ArrayList;
import java.util.List;

/** Codes the frames of a scene one after the other, a key frame every {@link Reel#keyInterval()}. */
final class FilmEncoder {
    private final SliceEncoder slices;
    private final int keyInterval;
    private final List<byte[]> samples = new ArrayList<>();
    private Picture before;

    private FilmEncoder(Palette palette, int keyInterval) {
        this.slices = new SliceEncoder(palette);
        this.keyInterval = keyInterval;
    }

    static Film encode(Scene scene) {
        Storyboard storyboard = new Storyboard(scene);
        FilmEncoder encoder = new FilmEncoder(storyboard.palette(), scene.reel().keyInterval());
        storyboard.forEachFrame(encoder::add);
        ParameterSets parameters =
                ParameterSets.of(scene.width(), scene.height(), scene.reel().framesPerSecond());
        return new Film(scene.width(), scene.height(), scene.reel(), parameters, List.copyOf(encoder.samples));
    }

    private void add(int frame, Picture picture) {
        int sinceKey = frame % keyInterval;
        // Two key frames in a row must not have the same identifier (clause 7.4.3).
        byte[] slice =
                sinceKey == 0 ? slices.key(picture, frame / keyInterval % 2) : slices.change(before, picture, sinceKey);
        samples.add(Nal.sample(slice));
        before = picture;
    }
}
