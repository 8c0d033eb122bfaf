package dev.understudy.media.probe;

/**
 * One track of a WebM file.
 *
 * @param frameNanos how long a frame lasts, in nanoseconds cut down to a whole number, or 0 if not said
 * @param width in pixels as displayed
 * @param height in pixels as displayed
 */
record WebmTrack(long number, long type, String codec, long frameNanos, int width, int height) {

    boolean isVideo() {
        return type == 1;
    }

    boolean isAudio() {
        return type == 2;
    }

    /** Makes sure that its pictures have a size. */
    WebmTrack withPictures() throws BadClipException {
        if (width <= 0 || height <= 0) {
            throw BadClipException.malformed("the video track says its pictures are %d x %d pixels", width, height);
        }
        return this;
    }
}
