package dev.understudy.media.still;

/**
 * A picture of few colours.
 *
 * @param width pixels, 1 to 16384
 * @param height pixels, 1 to 16384
 * @param colours 1 to 256 colours, each 0xRRGGBB
 * @param pixels row by row, each the number of a colour
 */
public record IndexedPicture(int width, int height, int[] colours, byte[] pixels) {}
