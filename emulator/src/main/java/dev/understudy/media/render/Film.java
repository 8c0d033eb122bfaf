package dev.understudy.media.render;

import java.util.List;

/**
 * A coded video track.
 *
 * @param width pixels shown
 * @param height pixels shown
 * @param samples one coded frame each, {@link #FRAMES_PER_SECOND} a second
 */
record Film(int width, int height, ParameterSets parameters, List<byte[]> samples) {
    static final int FRAMES_PER_SECOND = 30;

    /** Two seconds: half the bytes of one second, and a seek still has to decode few and tiny frames. */
    static final int KEY_INTERVAL = 2 * FRAMES_PER_SECOND;

    int seconds() {
        return samples.size() / FRAMES_PER_SECOND;
    }
}
