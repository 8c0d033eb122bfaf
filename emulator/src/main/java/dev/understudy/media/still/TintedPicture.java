package dev.understudy.media.still;

/**
 * A picture in shades of one tint: full-range Y'CbCr as in JFIF, with the same colour differences everywhere.
 *
 * @param width pixels, 1 to 65535
 * @param height pixels, 1 to 65535
 * @param luma row by row, 0 to 255 each
 * @param cb blue difference of all pixels, 0 to 255
 * @param cr red difference of all pixels, 0 to 255
 */
public record TintedPicture(int width, int height, byte[] luma, int cb, int cr) {

    /** The brightness at a point; outside the picture that of the nearest edge. */
    int luma(int x, int y) {
        return luma[Math.min(y, height - 1) * width + Math.min(x, width - 1)] & 0xff;
    }
}
