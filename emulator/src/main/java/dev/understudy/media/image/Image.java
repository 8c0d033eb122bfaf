package dev.understudy.media.image;

/**
 * The facts of a still picture.
 *
 * @param width in pixels, as shown: after a camera's note on how it was held
 * @param height in pixels, as shown
 */
public record Image(Format format, int width, int height) {

    /** The formats that are read. */
    public enum Format {
        PNG("PNG"),
        JPEG("JPEG"),
        WEBP("WebP");

        private final String title;

        Format(String title) {
            this.title = title;
        }

        /** Its name as people write it. */
        public String title() {
            return title;
        }
    }

    public boolean isLandscape() {
        return width > height;
    }
}
