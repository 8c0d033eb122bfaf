package dev.understudy.media.render;

/**
 * How long a video runs, and how.
 *
 * @param milliseconds 1 to {@value #MAX_MILLISECONDS}, kept exactly: the last frame is shown for what is left
 * @param framesPerSecond 1 to {@value #MAX_RATE}
 * @param sound whether there is a silent audio track
 */
public record Reel(int milliseconds, int framesPerSecond, boolean sound) {
    public static final int MAX_MILLISECONDS = 120_000;
    public static final int MAX_RATE = 60;

    private static final int USUAL_RATE = 30;
    private static final int SECOND = 1000;

    /** @throws IllegalArgumentException if the length or the rate is out of range */
    public Reel {
        Scene.check(
                milliseconds >= 1 && milliseconds <= MAX_MILLISECONDS,
                "seconds must be 0.001 to 120 but is " + milliseconds / 1000.0);
        Scene.check(
                framesPerSecond >= 1 && framesPerSecond <= MAX_RATE,
                "frames a second must be 1 to " + MAX_RATE + " but is " + framesPerSecond);
    }

    /** Whole seconds at 30 frames a second, with sound. */
    public static Reel ofSeconds(int seconds) {
        return new Reel(Math.multiplyExact(seconds, SECOND), USUAL_RATE, true);
    }

    int frames() {
        return framesUntil(milliseconds);
    }

    /** How many frames it takes to last that long. */
    int framesUntil(int end) {
        return (end * framesPerSecond + SECOND - 1) / SECOND;
    }

    /** Ticks a second of the video track, such that a frame and a millisecond are whole numbers of them. */
    int timescale() {
        return framesPerSecond * SECOND;
    }

    int ticksPerFrame() {
        return SECOND;
    }

    /** How long the video track lasts, in its ticks. */
    int ticks() {
        return milliseconds * framesPerSecond;
    }

    /** Two seconds: half the bytes of one second, and a seek still has to decode few and tiny frames. */
    int keyInterval() {
        return 2 * framesPerSecond;
    }

    /** One for every whole second; what is left goes with the last, since a chunk must not be empty. */
    int chunks() {
        return Math.max(1, milliseconds / SECOND);
    }

    /** Where a chunk ends, in milliseconds. */
    int chunkEnd(int chunk) {
        return chunk == chunks() - 1 ? milliseconds : (chunk + 1) * SECOND;
    }
}
