package dev.understudy.media.render;

import dev.understudy.media.still.BaselineJpeg;
import dev.understudy.media.still.IndexedPicture;
import dev.understudy.media.still.LosslessWebp;
import dev.understudy.media.still.TintedPicture;
import java.util.function.Function;

/**
 * The stills of a video. The provider's guide names two, and their formats; what they show is inferred. Equal scenes give
 * equal bytes.
 */
public enum Still {
    /** A WebP picture: the first frame, as large as the video, to the pixel. */
    THUMBNAIL("image/webp", Still::thumbnail),

    /**
     * A JPEG picture: sixteen frames at equal distances in time, the first one first, in four rows of four from the upper
     * left. Each is a quarter of the video wide and high, rounded up, so the sheet is about as large as the video. Of a
     * video of fewer frames some appear more than once.
     */
    SPRITESHEET("image/jpeg", Still::sheet);

    private static final int TILES_IN_ROW = 4;
    private static final int TILES = TILES_IN_ROW * TILES_IN_ROW;

    private final String contentType;
    private final Function<Scene, byte[]> painter;

    Still(String contentType, Function<Scene, byte[]> painter) {
        this.contentType = contentType;
        this.painter = painter;
    }

    public String contentType() {
        return contentType;
    }

    /** The file: some ten to a hundred kilobytes. */
    public byte[] render(Scene scene) {
        return painter.apply(scene);
    }

    private static byte[] thumbnail(Scene scene) {
        Storyboard storyboard = new Storyboard(scene);
        Picture frame = storyboard.frame(0);
        byte[] pixels = new byte[scene.width() * scene.height()];
        for (int y = 0; y < scene.height(); y++) {
            for (int x = 0; x < scene.width(); x++) {
                pixels[y * scene.width() + x] = (byte) frame.level(x / Picture.CELL, y / Picture.CELL);
            }
        }
        int[] colours = Tint.of(storyboard.palette()).colours();
        return LosslessWebp.encode(new IndexedPicture(scene.width(), scene.height(), colours, pixels));
    }

    private static byte[] sheet(Scene scene) {
        Storyboard storyboard = new Storyboard(scene);
        Tint tint = Tint.of(storyboard.palette());
        int width = quarter(scene.width());
        int height = quarter(scene.height());
        int row = width * TILES_IN_ROW;
        byte[] luma = new byte[TILES * width * height];
        for (int tile = 0; tile < TILES; tile++) {
            Picture frame = storyboard.frame(tile * scene.reel().frames() / TILES);
            int corner = tile / TILES_IN_ROW * height * row + tile % TILES_IN_ROW * width;
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    luma[corner + y * row + x] = (byte) tint.luma(frame.level(x, y));
                }
            }
        }
        return BaselineJpeg.encode(new TintedPicture(row, TILES_IN_ROW * height, luma, tint.cb(), tint.cr()));
    }

    /** A cell of the picture becomes a pixel of the sheet, so nothing has to be averaged. */
    private static int quarter(int side) {
        return (side + Picture.CELL - 1) / Picture.CELL;
    }
}
