package dev.understudy.media.render;

import java.util.ArrayList;
import java.util.List;

/** Codes the frames of a scene one after the other, a key frame every {@link Film#KEY_INTERVAL}. */
final class FilmEncoder {
    private final SliceEncoder slices;
    private final List<byte[]> samples = new ArrayList<>();
    private Picture before;

    private FilmEncoder(Palette palette) {
        this.slices = new SliceEncoder(palette);
    }

    static Film encode(Scene scene) {
        Storyboard storyboard = new Storyboard(scene);
        FilmEncoder encoder = new FilmEncoder(storyboard.palette());
        storyboard.forEachFrame(encoder::add);
        ParameterSets parameters = ParameterSets.of(scene.width(), scene.height(), Film.FRAMES_PER_SECOND);
        return new Film(scene.width(), scene.height(), parameters, List.copyOf(encoder.samples));
    }

    private void add(int frame, Picture picture) {
        int sinceKey = frame % Film.KEY_INTERVAL;
        // Two key frames in a row must not have the same identifier (clause 7.4.3).
        byte[] slice = sinceKey == 0
                ? slices.key(picture, frame / Film.KEY_INTERVAL % 2)
                : slices.change(before, picture, sinceKey);
        samples.add(Nal.sample(slice));
        before = picture;
    }
}
