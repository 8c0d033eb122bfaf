package dev.understudy.fuzz;

/** Clips in WebM. */
public final class WebmTarget {

    private WebmTarget() {}

    public static void fuzzerTestOneInput(byte[] clip) throws Exception {
        Clips.read(clip);
    }
}
