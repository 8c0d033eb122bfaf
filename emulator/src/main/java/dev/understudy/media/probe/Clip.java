package dev.understudy.media.probe;

import java.time.Duration;
import java.util.Objects;

/**
 * What a video file says about itself.
 *
 * @param container what it is packed in
 * @param codec the picture codec in lower case: {@code h264}, {@code hevc}, {@code vp9}, {@code av1}…; a code this prober has
 *     no name for is given as it stands in the file
 * @param duration of the video track alone, by exact integer arithmetic. Audio may run longer and does not count.
 * @param width in pixels as displayed, that is after rotation and pixel aspect
 * @param height in pixels as displayed
 * @param framesPerSecond from the most common frame duration, rounded to 0.001, at most {@value #MAX_FRAME_RATE};
 *     0 when the file gives no frame duration
 * @param audio whether there is at least one audio track
 */
public record Clip(
        Container container,
        String codec,
        Duration duration,
        int width,
        int height,
        double framesPerSecond,
        boolean audio) {

    /** No camera or generator in this trade goes higher; a larger figure comes from a broken table. */
    static final double MAX_FRAME_RATE = 1000;

    public Clip {
        Objects.requireNonNull(container, "container");
        Objects.requireNonNull(codec, "codec");
        Objects.requireNonNull(duration, "duration");
    }
}
