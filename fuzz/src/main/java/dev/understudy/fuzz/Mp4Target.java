package dev.understudy.fuzz;

/** Clips in MP4 and MOV. */
public final class Mp4Target {

    private Mp4Target() {}

    public static void fuzzerTestOneInput(byte[] clip) throws Exception {
        Clips.read(clip);
    }
}
