package dev.understudy.media.render;

import java.util.Map;
import java.util.TreeMap;

/** Renders scenes. */
public final class Mp4Renderer {
    private static final String ENCODER = "Understudy";

    private Mp4Renderer() {}

    /**
     * Makes an MP4 file: H.264 Constrained Baseline with a key frame every two seconds, and a silent AAC-LC track. Both
     * last exactly as long as {@link Scene#reel()} says; the index stands before the media, so that a player can start
     * before it has all. A few hundred kilobytes at most for the sizes in everyday use.
     */
    public static byte[] render(Scene scene) {
        return render(scene, Wrapping.MP4);
    }

    /** The same in another wrapping. */
    public static byte[] render(Scene scene, Wrapping wrapping) {
        Map<String, String> tags = new TreeMap<>(scene.metadata());
        tags.putIfAbsent("title", scene.title());
        tags.putIfAbsent("encoder", ENCODER);
        return new Muxer(FilmEncoder.encode(scene), wrapping.fileType()).file(MetadataBox.of(tags));
    }
}
