package dev.understudy.media.render;

import java.util.Map;
import java.util.TreeMap;

/** Renders scenes. */
public final class Mp4Renderer {
    private static final String ENCODER = "Understudy";

    private Mp4Renderer() {}

    /**
     * Makes an MP4 file: H.264 Constrained Baseline at 30 frames a second with a key frame every two seconds, and a
     * silent AAC-LC track. Both tracks last exactly {@link Scene#seconds()}; the index stands before the media, so
     * that a player can start before it has all. A few hundred kilobytes at most for the sizes in everyday use.
     */
    public static byte[] render(Scene scene) {
        Map<String, String> tags = new TreeMap<>(scene.metadata());
        tags.putIfAbsent("title", scene.title());
        tags.putIfAbsent("encoder", ENCODER);
        return new Muxer(FilmEncoder.encode(scene)).file(MetadataBox.of(tags));
    }
}
